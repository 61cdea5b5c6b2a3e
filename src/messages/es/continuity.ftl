# qué se perdería sin quién: tablas, gráficos, la sección, el archivo privado, el comando

# quién o qué podría faltar
without-the-hub = El hub mismo (operador y equipo)
without-administration = { $bodies }{ $more ->
    [0] {""}
    [one] {" "}y otra entidad
   *[other] {" "}y otras { $more } entidades
}, mandato del { $from } al { $until }
without-administration-since = { $bodies }{ $more ->
    [0] {""}
    [one] {" "}y otra entidad
   *[other] {" "}y otras { $more } entidades
}, mandato desde el { $from }
without-administration-until = { $bodies }{ $more ->
    [0] {""}
    [one] {" "}y otra entidad
   *[other] {" "}y otras { $more } entidades
}, mandato hasta el { $until }

# cómo se parte el núcleo
without-core-exact = El núcleo son los { $core } miembros que siguen unidos entre sí aunque se vaya cualquiera de ellos. Se parte si se van { $fewest } a la vez; con menos no se parte (exacto).
without-core-bound = El núcleo son los { $core } miembros que siguen unidos entre sí aunque se vaya cualquiera de ellos. Se parte si se van { $fewest } a la vez; quizá basten menos: es una cota superior, porque buscar el mínimo tomaría demasiado tiempo.
without-core-whole = El núcleo son { $core } miembros todos vinculados entre sí: ninguna salida lo parte.

# el comando
without-no-people = No se puede decir nada de personas: los registros no nombran a ninguna, o tienen demasiados vínculos. Anote personas en la tabla "stakeholders" o pida una ventana más corta.
without-unknown = No hay ningún «{ $who }» cuya salida se pueda examinar en esta ventana: indique el id o el nombre de un miembro, un sector, hub o largest_event.
without-person = «{ $who }» es una persona, y las personas solo figuran en resultados privados: use --people.

# tables/without.csv
table-without-kind = hub, largest_event (el evento más grande), member (miembro), funder (deja de pagar y se queda), sector o administration (lo iniciado en su mandato)
table-without-rank = lugar dentro de su tipo, primero quien dejaría más miembros desconectados
table-without-id = sin quién o sin qué: su id; de una administración, los ids de sus entidades
table-without-name = su nombre
table-without-stranded = miembros que ya no llegarían a la mayor parte que queda de su componente, si lo que solo lideraba y lo que paga termina con su salida
table-without-stranded_if_carried_on = lo mismo si otros lo continuaran
table-without-stranded_ids = quiénes quedarían desconectados si eso termina
table-without-sectors_cut_off = sectores con algún miembro en el mayor componente y ninguno en lo que quedaría de él
table-without-leaving = miembros que se van
table-without-ties_lost = vínculos de trabajo que se pierden
table-without-events_led = eventos de la ventana que lideró, con otros o por su cuenta
table-without-events_stopped = de ellos, los que nadie más lideró; de un evento: él mismo
table-without-stopped_ids = sus ids
table-without-agreements_ended = acuerdos vigentes en la ventana que paga o que se iniciaron en su mandato
table-without-funding_share = proporción del dinero de la ventana que paga; vacío si se conoce menos del 80 % del dinero
table-without-connected_before = proporción de los miembros en el mayor componente, hoy
table-without-connected_after = proporción de los miembros restantes en el mayor componente
table-without-connected_if_carried_on = lo mismo si otros continuaran lo que lideraba y paga
table-without-fragmentation_before = proporción de pares que no pueden llegar uno a otro, hoy
table-without-fragmentation_after = lo mismo entre los miembros restantes
table-without-fragmentation_change = el cambio
table-without-efficiency_before = eficiencia global por pasos, hoy
table-without-efficiency_after = lo mismo entre los miembros restantes; vacío después de los primeros de cada tipo
table-without-efficiency_change = el cambio
table-without-substitute_ids = hasta tres miembros vinculados a todos los sectores a los que está vinculado, primero quien comparte más socios; para quien paga, otros que pagan a los mismos sectores
table-without-substitutes = sus nombres
table-without-layer = capa de la red
table-without-window = ventana
table-without-records = ids de los registros en que se basa
table-departures-departures = cuántos se han ido, primero quien conserva más vínculos de trabajo
table-departures-stakeholder_id = quién se fue último
table-departures-name = su nombre
table-departures-connected = proporción de todos los miembros en la mayor parte que queda
table-departures-connected_random = lo mismo si se van al azar, promedio de 100 órdenes

# el gráfico de pérdidas
chart-without-title = Sin { $name } y lo que nadie más lidera o paga, { $stranded ->
    [one] otro miembro quedaría
   *[other] otros { $stranded } miembros quedarían
} sin conexión con el resto
chart-without-title-none = Nadie depende de un solo miembro; sin { $name }, { $stranded ->
    [one] un miembro quedaría
   *[other] { $stranded } miembros quedarían
} sin conexión
chart-without-subtitle = Miembros desconectados de la mayor parte que queda · vínculos de trabajo, { $window } · { $members } miembros
chart-without-description = Gráfico de barras: cuántos de los miembros restantes quedarían desconectados sin cada uno de { $bars } casos, y quiénes; los números están en la tabla.
chart-without-note = Desconectado: ninguna cadena de vínculos de trabajo lleva a la mayor parte que queda. Un vínculo que nadie registró haría que esto pareciera menos frágil.
chart-without-event = El evento más grande: { $event }
chart-without-key-carried = aunque otros continúen sus eventos y pagos
chart-without-key-stops = además, si estos terminan
chart-column-without = sin
chart-column-cut_off = miembros desconectados si termina lo que solo lideraba y lo que paga
chart-column-cut_off_if_carried_on = miembros desconectados aunque otros lo continúen
chart-column-cut_off_who = quiénes, los primeros seis

# el gráfico de salidas
chart-departures-title = Si se van primero los más conectados, { $halved ->
    [one] una salida reduce
   *[other] { $halved } salidas reducen
} a la mitad la parte que se mantiene unida
chart-departures-subtitle = Proporción de todos los miembros en la mayor parte que queda · vínculos de trabajo, { $window }
chart-departures-description = Gráfico de líneas de la proporción de miembros que siguen unidos a medida que otros se van: la mitad tras { $halved } salidas de los más conectados, tras { $random } al azar.
chart-departures-note = Se va cada vez quien conserva más vínculos de trabajo. Otro orden podría lograrlo con menos salidas; al azar: promedio de 100 órdenes.
chart-departures-axis = salidas
chart-departures-targeted = primero los más conectados
chart-departures-random = al azar
chart-departures-mark = tras { $halved }: { $share }
chart-column-departures = salidas
chart-column-connected = proporción de miembros en la mayor parte, si se van primero los más conectados
chart-column-connected_random = lo mismo al azar, en promedio

# la sección
report-without-table = Qué se perdería sin cada uno
report-without-others-table = Sin quien paga, sin un sector o sin una administración
report-without-column-without = Sin
report-without-column-cut_off = Desconectados
report-without-column-carried_on = Si otros continúan
report-without-column-who = Quiénes
report-without-column-stops = Eventos que terminan
report-without-column-goes = Qué más se pierde
report-without-column-steady = Firmeza
report-without-goes-events = { $count ->
    [one] termina un evento
   *[other] terminan { $count } eventos
}
report-without-goes-agreements = { $count ->
    [one] termina un acuerdo
   *[other] terminan { $count } acuerdos
}
report-without-goes-money = { $share } del dinero
report-without-goes-sectors = nadie queda conectado de { $sectors }
report-without-column-substitutes = Quién llega a los mismos sectores
report-without-kind-hub = el hub
report-without-kind-largest_event = evento más grande
report-without-kind-member = miembro
report-without-kind-funder = deja de pagar
report-without-kind-sector = sector
report-without-kind-administration = administración
report-without-column-kind = Tipo
report-without-read = «Desconectados» cuenta a los miembros que ya no llegarían por vínculos de trabajo a la mayor parte que queda, si también terminan los eventos que solo lideraba quien se va y los acuerdos que paga. «Si otros continúan» los cuenta si otros se hacen cargo de todo eso. «Firmeza» dice cuán poco depende esto de un solo evento: se quita un evento por vez, y es la proporción de esos casos en que otros siguen dependiendo del miembro.
report-without-administrations = De una administración se supone que con ella terminan los acuerdos iniciados en su mandato y los eventos que solo ella lideró.
report-without-event = El evento más grande: { $event }
report-without-halved = Si se va, uno tras otro, quien tiene más vínculos, { $halved ->
    [one] una salida reduce
   *[other] { $halved } salidas reducen
} a la mitad la parte que se mantiene unida (no está probado que este orden sea el más rápido); al azar hacen falta unas { $random }.
report-without-split-who = Juntos bastarían estos: { $who }.

# el archivo privado
people-without-title = Dónde los vínculos dependen de una sola persona
people-without-text = Contado en vínculos de trabajo { $window }, con las personas contadas por sí mismas junto a las organizaciones ({ $members } en total). Se deja fuera a quien no aceptó el perfil, trabaja para el hub o tiene menos de tres contactos. Úselo para preparar quién podría tomar el relevo, nunca para juzgar a nadie.
people-without-none = La salida de ninguna persona dejaría a otros desconectados, y nadie lideró un evento por su cuenta.
people-without-more = Otras { $more } figuran en el resultado de «hubscope without --people».
