# brechas: tipos, como títulos
gap-sector_gap = Sectores que se encuentran menos de lo esperado
gap-missing_sector = Roles que nadie cumple, o sin vínculo con los demás
gap-isolated = Miembros sin vínculos de trabajo
gap-fading = Miembros menos activos que antes
gap-lapsed = Se fueron sin avisar
gap-fragile_bridge = La única conexión que otros tienen
gap-single_provider = Lo que aporta un solo miembro
gap-funder_dependence = Dinero que depende de pocos
gap-agreement_cliff = Acuerdos que vencen, por trimestre
gap-term_exposure = Lo que depende de mandatos que terminan
gap-uncovered_component = Partes del método en las que nunca se participó
gap-structural_hole = Grupos que casi no se encuentran

# brechas: qué se lista, en qué orden y cuándo es urgente
gap-rule-sector_gap = Pares de sectores que se encuentran menos de lo que predice la actividad de sus miembros; primero los que más se alejan. Urgente: menos de la mitad de lo esperado.
gap-rule-missing_sector = Roles de la plantilla "{ $template }" sin ningún miembro (urgente) y, después, aquellos en los que nadie tiene un vínculo de trabajo con un miembro de fuera del rol.
gap-rule-isolated = Miembros sin ningún acuerdo vigente que { $window } no coincidieron con nadie en dos eventos ni en uno de ocho participantes como máximo. Primero los más activos: a quienes asisten a algo se los puede encontrar ahí.
gap-rule-fading = Miembros cuya actividad { $window } es menor que en sus propios años anteriores, más de lo que explica el azar (q, la proporción de falsas alarmas que tendría una lista que llegara hasta ahí, es a lo sumo del 5 %). Urgente: queda menos de la cuarta parte.
gap-rule-lapsed = Quienes no tienen ningún registro { $window } ni consta que se hayan retirado, y llevan ausentes más tiempo del que explican sus propias pausas anteriores (q, la proporción de falsas alarmas que tendría una lista que llegara hasta ahí, es a lo sumo del 5 %). Urgente: dos años de ausencia o menos, cuando una llamada todavía puede traerlos de vuelta.
gap-rule-fragile_bridge = Miembros, y vínculos entre dos miembros, sin los cuales otros ya no llegarían al resto por vínculos de trabajo { $window }, aunque alguien continuara sus eventos; primero aquellos de los que dependen más, según los vínculos registrados. Urgente: depende de ello una décima parte de los miembros o más.
gap-rule-single_provider = Fines de los acuerdos, temas de los eventos, ofertas y sectores que tiene un solo miembro, y necesidades que nadie atiende; primero aquello de lo que dependen más miembros. Urgente: dependen cinco o más, o se necesita y nadie lo ofrece.
gap-rule-funder_dependence = Se señala cuando un solo financiador aporta la mitad del dinero o más (urgente), o cuando el dinero no está más repartido que entre cuatro financiadores de igual tamaño.
gap-rule-agreement_cliff = Acuerdos que vencen o requieren aviso en los próximos doce meses y que nada renueva todavía, según el trimestre en que hay que decidir; primero el más cargado. Urgente: la cuarta parte de los acuerdos vigentes en un solo trimestre.
gap-rule-term_exposure = Organizaciones con acuerdos y eventos que solo respaldan autoridades cuyo mandato termina dentro de doce meses; primero donde hay más en juego. Urgente: la mitad de lo que hace la organización, o más.
gap-rule-uncovered_component = Sectores que nunca participaron en un componente del método ya realizado y, después, ciudades con tres miembros o más. Urgente: un sector que nunca participó en ninguno.
gap-rule-structural_hole = Pares de grupos grandes que nadie une (urgente) o que une un solo miembro. Los grupos se hallan según quién trabaja con quién { $window }; otra manera de agrupar puede dar otros.

# brechas: no se encontró nada
gap-none-sector_gap = No hay dos sectores que se encuentren menos de lo esperado más allá de la tasa de falsas alarmas declarada; esto no demuestra que no los haya.
gap-none-missing_sector = Cada rol de la plantilla "{ $template }" tiene algún miembro y un vínculo de trabajo con otros.
gap-none-isolated = Cada miembro tiene al menos un vínculo de trabajo { $window }, según los vínculos registrados.
gap-none-fading = Ningún miembro tuvo { $window } menos actividad que en sus propios años anteriores más allá de lo que explica el azar.
gap-none-lapsed = Nadie lleva ausente más tiempo del que explican sus propias pausas anteriores.
gap-none-fragile_bridge = Ningún miembro ni vínculo es la única conexión de otros con el resto, según los vínculos registrados.
gap-none-single_provider = Nada de lo registrado depende de un solo miembro.
gap-none-funder_dependence = Ningún financiador aporta la mitad del dinero, y este está más repartido que entre cuatro financiadores de igual tamaño.
gap-none-agreement_cliff = Ningún acuerdo vence ni requiere aviso en los próximos doce meses sin estar renovado.
gap-none-term_exposure = Ningún acuerdo ni evento depende de un mandato que termine dentro de doce meses.
gap-none-uncovered_component = Cada sector con miembros, y cada ciudad con tres o más, participó en todos los componentes realizados.
gap-none-structural_hole = Entre dos grupos grandes cualesquiera hay dos miembros o más que los unen.

# brechas: qué muestran los registros
gap-why-sector_gap = { $observed } de { $expected } alianzas esperadas entre ambos; menos de lo que explica el azar (q: { $q }).
gap-why-sector_gap_within = { $observed } de { $expected } alianzas esperadas entre sus miembros; menos de lo que explica el azar (q: { $q }).
gap-why-sector_gap_events = { $observed } de { $expected } encuentros esperados en eventos entre ambos; menos de lo que explica el azar (q: { $q }).
gap-why-sector_gap_events_within = { $observed } de { $expected } encuentros esperados en eventos entre sus miembros; menos de lo que explica el azar (q: { $q }).
gap-why-missing_role = Ningún miembro cumple este rol.
gap-why-untied_role = { $members ->
    [one] El único miembro de este rol no tiene
   *[other] Ninguno de los { $members } miembros de este rol tiene
} { $members ->
    [one] ningún vínculo de trabajo
   *[other] un vínculo de trabajo
} con alguien de fuera.
gap-why-isolated_absent = Sin vínculos de trabajo y sin eventos en el período.
gap-why-isolated_present = { $participations ->
    [one] Asistió a un evento
   *[other] Asistió a { $participations } eventos
} en el período y de ahí no surgió ningún vínculo de trabajo.
gap-why-fading = { $activity_now ->
    [0] Ningún registro
    [one] Un registro
   *[other] { $activity_now } registros
} en el último año, cuando lo habitual son { $activity_usual } al año (q: { $q }).
gap-why-lapsed = Con actividad en { $months_active } de { $months_between } meses y después { $months_silent } meses sin registros (q: { $q }).
gap-why-fragile_member = { $stranded ->
    [one] Sin esta organización quedaría desconectado un miembro: { $others }.
   *[other] Sin esta organización quedarían desconectados { $stranded } miembros: { $others }.
}
gap-why-fragile_tie = Sin este vínculo quedarían desconectados { $stranded } miembros: { $others }.
gap-why-single_function = Todos los acuerdos con este fin son con un mismo miembro: { $names }; de ese miembro dependen otros { $dependents }.
gap-why-single_topic = Todos los eventos sobre esto los organizó un mismo miembro: { $names }; asistieron otros { $dependents }.
gap-why-single_offer = Solo { $names } lo ofrece; otros { $dependents } lo necesitan.
gap-why-single_offer_unasked = Solo { $names } lo ofrece; no hay necesidades registradas.
gap-why-unmet_need = { $dependents } miembros lo necesitan y ninguno lo ofrece: { $others }.
gap-why-single_sector = Un solo miembro representa a todo el sector: { $names }.
gap-why-funder_dependence = Paga el { $payer_share } del dinero; está repartido como si lo aportaran { $effective_payers } financiadores de igual tamaño.
gap-why-agreement_cliff = { $ending ->
    [one] Uno de { $live } acuerdos vigentes vence o requiere aviso
   *[other] { $ending } de { $live } acuerdos vigentes vencen o requieren aviso
} en este trimestre{ $assumed ->
    [0] ;
   *[other] {" "}({ $assumed } con un término supuesto);
} si vencieran todos los del año, { $left_without ->
    [0] nadie quedaría
    [one] una de las partes quedaría
   *[other] { $left_without } de las partes quedarían
} sin ningún acuerdo.
gap-why-term_exposure = { $resting } de sus { $of } acuerdos y eventos dependen de { $ending_terms ->
    [one] una autoridad cuyo mandato termina
   *[other] { $ending_terms } autoridades cuyo mandato termina
} dentro de doce meses, el primero el { $about }.
gap-why-uncovered_sector = Nadie de este sector participó nunca ({ $events ->
    [one] un evento realizado
   *[other] { $events } eventos realizados
}).
gap-why-uncovered_city = Ninguno de los { $members } miembros de la ciudad participó nunca ({ $events ->
    [one] un evento realizado
   *[other] { $events } eventos realizados
}).
gap-why-hole_open = Grupos de { $members_a } y { $members_b } miembros, y nadie tiene vínculos con ambos.
gap-why-hole_one = Grupos de { $members_a } y { $members_b } miembros, unidos solo por { $others }.

# brechas: qué hacer
gap-do-sector_gap = Organice una sesión de trabajo pequeña para ambos, sobre una pregunta que traiga cada uno.
gap-do-sector_gap_within = Reúnalos en torno a una pregunta que compartan.
gap-do-sector_gap_events = Siéntelos en la misma mesa en el próximo evento: pocas personas, mezcladas a propósito.
gap-do-sector_gap_events_within = Invite a varios de ellos al mismo evento.
gap-do-missing_role = Pida a un miembro que traiga a alguien e invítelo a un evento pequeño.
gap-do-untied_role = Dé a uno de ellos una primera tarea conjunta con un miembro de fuera del rol.
gap-do-isolated_absent = Llame y pregunte qué espera del hub; invítelo a un evento pequeño.
gap-do-isolated_present = En el próximo evento, preséntelo a alguien con una pregunta que pueda responder.
gap-do-fading = Llame y pregunte qué cambió.
gap-do-lapsed = Llame una vez; después anote que se retiró o invítelo a volver.
gap-do-fragile_member = Presente a uno de los que quedarían desconectados a un segundo miembro.
gap-do-fragile_tie = Cree un segundo vínculo entre los dos lados.
gap-do-single_function = Busque un segundo miembro para ello.
gap-do-single_topic = Pida a un segundo miembro que organice el próximo evento sobre el tema.
gap-do-single_offer = Busque a un segundo que lo ofrezca.
gap-do-single_offer_unasked = Registre quién lo necesita; así se verá si falta un segundo.
gap-do-unmet_need = Busque a alguien que lo ofrezca, dentro o fuera del hub.
gap-do-single_sector = Consiga un segundo miembro del sector.
gap-do-funder_dependence = Converse con un segundo financiador antes de que decida el mayor.
gap-do-agreement_cliff = Decida ya sobre cada acuerdo: renovar, ampliar, traspasar o dejar vencer.
gap-do-term_exposure = Pida que se designe un cargo permanente junto a cada autoridad y ponga los acuerdos a nombre de la institución.
gap-do-uncovered_sector = Invite al sector al próximo evento de este componente.
gap-do-uncovered_city = Realice el próximo ahí o ábralo a distancia.
gap-do-hole_open = Presente entre sí a los dos que se nombran: son los de más vínculos en su grupo.
gap-do-hole_one = Busque un segundo miembro que una a los dos grupos, para que no todo dependa de uno.

# brechas: quién o qué, cuando no es una lista de miembros
gap-who-pair = { $a } y { $b }
gap-who-within = { $a }, entre sí
gap-who-component = { $who }: { $component }
gap-who-quarter = Trimestre hasta el { $day }
gap-who-groups = Los grupos en torno a { $a } y { $b }

# brechas: roles de las plantillas
role-government = gobierno
role-business = empresas
role-knowledge = universidades e investigación
role-civil_society = sociedad civil
role-entrepreneurs = emprendedores
role-risk_capital = capital de riesgo
role-corporates = grandes empresas
role-universities = universidades
role-community_events = eventos que crean comunidad
role-training_events = eventos de formación
role-collaboration_spaces = espacios de colaboración
role-mentor_networks = redes de mentores
template-quadruple_helix = cuádruple hélice
template-reap = MIT REAP, cinco actores
template-networking_assets = Banco Mundial, activos de conexión
template-own = propia del hub

# brechas: qué tan grave
gap-severity-high = urgente
gap-severity-medium = pronto
gap-severity-low = observar

# brechas: la página
report-gaps-title = Dónde la red es débil
report-gaps-lead = { $count ->
    [0] No se encontró ninguna brecha
    [one] Se encontró una brecha
   *[other] Se encontraron { $count } brechas
} entre los { $judged } tipos que los registros permiten juzgar; { $urgent ->
    [0] ninguna es urgente
    [one] una es urgente
   *[other] { $urgent } son urgentes
}. Cada una dice qué muestran los registros y qué hacer; todas están en tables/gaps.csv, con qué tan segura es cada una y las filas en que se apoya.
report-gaps-column-when = Cuándo
report-gaps-column-who = Quién o qué
report-gaps-column-why = Qué muestran los registros
report-gaps-column-do = Qué hacer
report-gaps-sectors = Véase «Qué sectores trabajan juntos».
report-gaps-nothing = No se encontró nada
report-gaps-not-judged = Sin juzgar, y el registro que lo cambiaría
report-gaps-not-judged-line = { $kind }: { $lacking }
report-gaps-too-few = { $count ->
    [one] Un par de sectores tiene
   *[other] { $count } pares de sectores tienen
} muy pocos vínculos o encuentros para saberlo.
report-gaps-not-held = No hay ningún evento registrado de { $components }.
report-gaps-conversion = { $from } y después { $to }: { $stayed } de { $of } estuvieron en ambos.

# brechas: el gráfico
chart-gaps-title = { $urgent ->
    [0] Ninguna de { $count } brechas es urgente
    [one] Una de { $count } brechas es urgente: { $kind } ({ $first })
   *[other] { $urgent } de { $count } brechas son urgentes; la primera: { $kind } ({ $first })
}
chart-gaps-subtitle = Brechas por tipo · { $window } · al lado, la primera de cada uno
chart-gaps-description = Barras de { $kinds } tipos de brecha según cuántas hay y qué tan urgentes son; { $count } brechas, { $urgent } urgentes; { $unjudged } tipos no se pueden juzgar.
chart-gaps-nothing = no se encontró nada
chart-gaps-unjudged = sin juzgar: falta un registro
chart-column-kind = tipo de brecha
chart-column-urgent = urgentes
chart-column-soon = pronto
chart-column-watch = observar
chart-column-first_gap = la primera
chart-column-judged = juzgado

# brechas: columnas de la tabla
table-gaps-kind = tipo de brecha
table-gaps-severity = high, medium o low: urgente, pronto, observar
table-gaps-who = de quién o de qué se trata
table-gaps-stakeholder_ids = a quiénes atañe
table-gaps-names = sus nombres
table-gaps-other_ids = a quiénes más toca: los que quedarían sueltos, los que dependen de un solo miembro, las partes que quedarían sin acuerdo, los intermediarios
table-gaps-sectors = los sectores a los que atañe
table-gaps-city = la ciudad a la que atañe
table-gaps-about = el rol, la función, el tema, la oferta, la necesidad, el componente o el día al que atañe
table-gaps-layer = capa de la red
table-gaps-window = ventana
table-gaps-evidence = medidas en que se apoya
table-gaps-why = qué muestran los registros
table-gaps-todo = qué hacer
table-gaps-certainty = recorded, tested o assumed: registrada, sometida a prueba o supuesta
table-gaps-records = ids de los registros en que se apoya

# brechas: qué falta para una respuesta
lacking-few-draws = La tasa de falsas alarmas en [gaps] de hub.toml es demasiado pequeña para ponerla a prueba: se necesitarían { $needed } sorteos y se hacen { $found } ("draws" en [stability] los aumenta).
lacking-few-months = Nadie estuvo activo en tres meses o más ({ $found } de { $needed } necesario): esta respuesta llegará con el tiempo.
lacking-few-amounts = Se conocen muy pocos montos: { $found } de al menos { $needed } acuerdos que llevan dinero. Complete "amount" y "end" en la tabla "partnerships".
lacking-few-communities = { $found ->
    [0] Ningún grupo de la red tiene
    [one] Un grupo de la red tiene
   *[other] { $found } grupos de la red tienen
} cinco miembros o más y una décima parte de los que tienen vínculos; se necesitan { $needed }.
lacking-span-template = No se ha declarado ningún rol: anote template y roles en [gaps] de hub.toml.
lacking-span-currencies = El dinero está registrado en varias monedas, que nunca se suman: registre una sola.
lacking-span-whole_window = Los registros cubren este período solo en parte, así que una baja no diría nada.

# brechas: hub.toml
expected-template = quadruple_helix, reap, networking_assets u own
