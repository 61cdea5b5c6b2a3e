# nombres fuera del archivo privado
name-withheld = [nombre reservado]
person-at = una persona de { $organization } ({ $id })

# marco de las páginas
report-kicker = Informe de la red de actores
report-kicker-private = Informe de la red de actores, edición privada
report-tab = { $hub }: informe de la red de actores
report-skip = Ir al texto
report-contents = Contenido
report-numbers = Los números detrás de esta figura
report-private = PRIVADO: contiene nombres de personas. No difundir.
report-private-mark = PRIVADO
report-foot = Elaborado con hubscope { $version } a partir de los registros indicados en la sección 2. Lo que se pidió, con qué ajustes y con qué semilla, consta en run.json.
report-line-window = Hallazgos: { $window }
report-line-study = Registros del { $from } al { $to }
report-window = entre el { $from } y el { $to }
report-window-all = en el conjunto de los registros
report-more = { $more ->
    [one] Hay una fila más
   *[other] Hay { $more } filas más
} en { $file }.
report-and = { $list } y { $last }
report-others = { $list } y { $more ->
    [one] otro más
   *[other] otros { $more }
}
report-percent = { $number } %
report-under = menos de { $value }
report-value-none = sin valor
report-value-range = { $value } ({ $low } a { $high })

# 1 en breve
report-brief-title = En breve
report-brief-members = El hub contó con { $members ->
    [one] un miembro
   *[other] { $members } miembros
} y { $guests ->
    [one] un invitado
   *[other] { $guests } invitados
} { $window }; es miembro quien se incorporó, tiene un acuerdo vigente o participó al menos dos veces en 24 meses.
report-brief-cut = En los vínculos de trabajo (alianzas, o pares que coincidieron en dos eventos o en uno de ocho participantes como máximo), { $name } es la única vía que une a { $stranded ->
    [one] otro miembro
   *[other] otros { $stranded } miembros
} con el resto, según los vínculos registrados.
report-brief-no-cut = En los vínculos de trabajo (alianzas, o pares que coincidieron en dos eventos o en uno de ocho participantes como máximo), ningún miembro es la única vía que une a otros con el resto, según los vínculos registrados.
report-brief-ending = De { $live ->
    [one] un acuerdo vigente
   *[other] { $live } acuerdos vigentes
} al { $day }, { $ending ->
    [0] ninguno vence
    [one] uno vence
   *[other] { $ending } vencen
} en los doce meses siguientes si no se renuevan{ $assumed ->
    [0] .
    [one] ; uno de esos vencimientos es un supuesto, porque no hay fecha registrada.
   *[other] ; { $assumed } de esos vencimientos son un supuesto, porque no hay fecha registrada.
}
report-brief-not-ending = Todavía no se puede decir qué acuerdos vencen: { $lacking }
report-brief-figures = Cinco cifras { $window }
report-brief-rule = Solo se dice «mejora» o «empeora» cuando los rangos probables (95 %) de este año y del anterior no se superponen; un recuento completo no lleva rango, de modo que todo cambio se nota. Si no, «estable»; «no se puede saber», si uno de los dos años no está registrado por completo o si ninguna dirección es mejor en sí misma.
report-brief-actions = Qué hacer este trimestre
report-brief-no-actions = Los registros no dan motivo para ninguna acción este trimestre.
report-brief-settings = Ajustes distintos de los valores por defecto
report-brief-no-settings = Todos los ajustes tienen su valor por defecto.
report-headline-before = El año anterior: { $value }
report-headline-interval = Probablemente entre { $low } y { $high } (95 %)
report-headline-target = Meta: { $value }
report-headline-no-target = Sin meta registrada
report-headline-beside = { $name }: { $value }
report-headline-of-agreements_ending = { $part } de los { $whole } con término registrado, o registrado como indefinido
report-headline-partial = Los registros cubren este año solo en parte
report-action-with = con { $whom }
report-action-by = Hasta el { $day }

# 2 los registros
report-data-title = Los registros en que se basa este informe
report-data-lead = { $rows ->
    [one] Se leyó una fila
   *[other] Se leyeron { $rows } filas
} de { $tables ->
    [one] una tabla
   *[other] { $tables } tablas
}: { $states }. El destino de cada fila consta en { $ledger }.
report-data-used = { $count } se usaron tal como están
report-data-repaired = { $count } tras una corrección
report-data-merged = { $count } se unieron con una fila idéntica
report-data-excluded = { $count } no se usaron
report-data-table = Filas leídas y usadas
report-data-column-table = Tabla
report-data-column-file = Archivo
report-data-column-rows = Filas
report-data-column-used = Tal como están
report-data-column-repaired = Corregidas
report-data-column-merged = Unidas
report-data-column-excluded = Sin usar
report-data-hashes = Huellas de los archivos (SHA-256)
report-data-hash = Huella
report-data-unmapped = Valores que hubscope no conoce y que se dejaron tal como están
report-data-column-column = Columna
report-data-column-value = Valor
report-data-study = Los registros abarcan del { $from } al { $to }; lo que empieza después es un plan y no se cuenta.
report-data-partial-begins = El primer año empieza antes que los registros: está señalado y queda fuera de toda comparación.
report-data-partial-ends = El último año calendario no ha terminado el último día de los registros: está señalado y queda fuera de toda comparación.
report-data-recording = Desde el { $day } los registros se llevaron de otra manera: { $what }
report-data-answers = Qué puede responder este hub
report-data-answered = Se responde más abajo: { $list }.
report-data-not-yet = Todavía no, y qué haría falta:
report-data-lacking = { $section }: { $lacking }

# 3 quiénes participan
report-members-title = Quiénes participan
report-members-lead = { $members ->
    [one] Un miembro
   *[other] { $members } miembros
} y { $guests ->
    [one] un invitado
   *[other] { $guests } invitados
} { $window }; { $absent ->
    [0] no hay nadie más en los registros.
    [one] hay un actor más que no tiene registros en ese tiempo.
   *[other] hay { $absent } actores más que no tienen registros en ese tiempo.
}
report-members-alone = { $count ->
    [one] Una persona o unidad no tiene
   *[other] { $count } personas o unidades no tienen
} organización registrada y figuran por su cuenta en la red.

# 4 el mapa
report-map-title = El mapa
report-map-lead = Quienes están cerca tienen un vínculo directo o comparten los mismos aliados; la posición en sí no significa otra cosa y se mantiene de un período a otro. Capa: { $layer }, { $window }.
report-map-figures = Cifras de la red completa: { $layer }, { $window }
report-map-figures-others = Entre paréntesis: dónde caen 95 de cada 100 órdenes de salida al azar. Las demás cifras de la red completa están en tables/network.csv; hubscope metrics HUB --network --significance las compara con lo que da el solo azar.
report-map-figures-inexact = ≈ marca lo que no es exacto; cuánto puede desviarse se dice más abajo, en «{ $heading }».
report-unit-stakeholders = actores
report-unit-ties = vínculos
report-unit-pieces = partes
report-unit-share = proporción
report-unit-length-hops = pasos
report-unit-length-inverse_strength = 1/fuerza
report-column-figure = Cifra
report-column-value = Valor
report-column-unit = Unidad
report-column-meaning = Qué significa

# 5 qué sectores trabajan juntos
report-meets-title = Qué sectores trabajan juntos
report-meets-lead = Se compara el número de pares vinculados con lo que haría esperar la sola actividad de cada sector: solo alianzas, { $window }, con las falsas alarmas limitadas al { $q } (q junto a un hallazgo: la proporción de falsas alarmas que tendría una lista que llegara hasta ahí).
report-meets-none = Con ese límite de falsas alarmas, ningún par de sectores se aparta de lo que su actividad haría esperar; eso no demuestra que no haya ninguno.
report-meets-gap = { $a } y { $b }: { $observed ->
    [one] un par vinculado
   *[other] { $observed } pares vinculados
} por alianzas, cuando cabría esperar { $expected }; menos de lo que explica el azar (q: { $p }).
report-meets-surplus = { $a } y { $b }: { $observed ->
    [one] un par vinculado
   *[other] { $observed } pares vinculados
} por alianzas, cuando cabría esperar { $expected }; más de lo que explica el azar (q: { $p }).
report-meets-within-gap = Dentro del sector { $a }: { $observed ->
    [one] un par vinculado
   *[other] { $observed } pares vinculados
} por alianzas, cuando cabría esperar { $expected }; menos de lo que explica el azar (q: { $p }).
report-meets-within-surplus = Dentro del sector { $a }: { $observed ->
    [one] un par vinculado
   *[other] { $observed } pares vinculados
} por alianzas, cuando cabría esperar { $expected }; más de lo que explica el azar (q: { $p }).
report-meets-few = { $count ->
    [one] Un par de sectores tiene
   *[other] { $count } pares de sectores tienen
} muy pocos vínculos para saberlo (se espera menos de uno).
report-meets-left-out = { $count ->
    [one] Un vínculo queda fuera porque uno de sus lados
   *[other] { $count } vínculos quedan fuera porque uno de sus lados
} no tiene sector registrado.

report-meets-events = En los eventos
report-meets-events-lead = Se compara quién se encuentra en los eventos con lo que daría el azar si cada cual acudiera a tantos eventos y cada evento tuviera tantos participantes: { $window }, con las falsas alarmas limitadas al { $q } entre alianzas y eventos en conjunto. Un evento cuenta como la mitad de encuentros que participantes tiene, repartidos por igual entre sus pares, para que un gran lanzamiento no pese más que muchas reuniones pequeñas.
report-meets-events-gap = { $a } y { $b }: { $observed } encuentros en eventos donde se esperarían { $expected }; menos de lo que explica el azar (q: { $p }).
report-meets-events-surplus = { $a } y { $b }: { $observed } encuentros en eventos donde se esperarían { $expected }; más de lo que explica el azar (q: { $p }).
report-meets-events-within-gap = Dentro del sector { $a }: { $observed } encuentros en eventos donde se esperarían { $expected }; menos de lo que explica el azar (q: { $p }).
report-meets-events-within-surplus = Dentro del sector { $a }: { $observed } encuentros en eventos donde se esperarían { $expected }; más de lo que explica el azar (q: { $p }).
report-meets-events-few = { $count ->
    [one] Un par de sectores tiene
   *[other] { $count } pares de sectores tienen
} muy pocos encuentros para saberlo (se espera menos de uno).
report-meets-events-left-out = { $count ->
    [one] Se omite una participación
   *[other] Se omiten { $count } participaciones
} porque no consta el sector.

# 6 qué la mantiene unida
report-holds-title = Qué mantiene unida la red
report-holds-lead = { $count ->
    [0] En los vínculos de trabajo, { $window }, ningún miembro es la única vía que une a otros con el resto.
    [one] En los vínculos de trabajo, { $window }, un miembro es la única vía que une a otros con el resto.
   *[other] En los vínculos de trabajo, { $window }, { $count } miembros son, cada uno, la única vía que une a otros con el resto.
} Un vínculo que nadie registró haría que esto fuera menos frágil de lo que parece.
report-holds-column-member = Miembro
report-holds-figure = { $name } ({ $layer }, { $window }): { $value }.
report-holds-figure-interval = { $name } ({ $layer }, { $window }): { $value }, probablemente entre { $low } y { $high }.

# 8 acuerdos que vencen
report-agreements-title = El plan de alianzas
report-agreements-open = { $count ->
    [one] Otro acuerdo vigente tampoco tiene fecha de término registrada, y no se supone ninguna
   *[other] Otros { $count } acuerdos vigentes tampoco tienen fecha de término registrada, y no se supone ninguna
} en los próximos doce meses.
report-agreements-table = Acuerdos que vencen o requieren aviso en los próximos doce meses, por día para decidir
report-agreements-column-between = Entre
report-agreements-column-kind = Tipo
report-agreements-column-ends = Vence
report-agreements-column-notice = Avisar hasta el
report-agreements-column-owner = A cargo de
report-agreements-column-renewed = Renovado
report-agreements-assumed = { $day } (supuesto)

# 9 quién lo impulsa
report-carriers-title-persons = Quién impulsa el cambio desde adentro
report-carriers-title-units = Unidades que impulsan el cambio
report-carriers-title-organizations = Organizaciones que sostienen la red
report-carriers-persons = { $candidates ->
    [one] Se consideró a un funcionario o funcionaria como posible apoyo interno
   *[other] Se consideró a { $candidates } funcionarias y funcionarios como posibles apoyos internos
} por lo que los registros muestran que hicieron. Los nombres y la evidencia constan solo en PRIVATE-people.html; aquí hay cifras por dependencia.
report-carriers-units = { $candidates ->
    [one] Se consideró una unidad de gobierno
   *[other] Se consideraron { $candidates } unidades de gobierno
}, porque no hay funcionarios registrados por nombre; primero está la evidencia y después el lugar en la lista.
report-carriers-organizations = Solo hay organizaciones registradas, de modo que se habla de organizaciones que sostienen la red y no de apoyos internos: { $candidates ->
    [one] se comparó una organización del lado del gobierno
   *[other] se compararon { $candidates } organizaciones del lado del gobierno
} por lo que los registros muestran que hicieron.
report-carriers-left-out = Quedan fuera: { $list }.
report-carriers-opted = { $count ->
    [one] una persona o entidad que no quiso un perfil
   *[other] { $count } que no quisieron un perfil
}
report-carriers-of-the-hub = { $count ->
    [one] una que trabaja para el hub o lo dirige
   *[other] { $count } que trabajan para el hub o lo dirigen
}
report-carriers-few = { $count ->
    [one] una con menos de tres contactos
   *[other] { $count } con menos de tres contactos
}
report-carriers-bench = Funcionarias y funcionarios en la primera décima parte, por dependencia
report-carriers-column-department = Dependencia
report-carriers-column-count = Funcionarios
report-carriers-constructs = Se lee en los registros: { $list }.
report-carriers-missing = Todavía no se puede leer, y qué haría falta:
report-carriers-table = Organizaciones y unidades según el lugar promedio por lo que hicieron
report-carriers-column-name = Nombre
report-carriers-column-rank = Lugar
report-carriers-column-interval = Lugar sin un evento cualquiera
report-carriers-column-contacts = Contactos
report-carriers-column-evidence = Qué muestran los registros
report-carriers-interval = { $low } a { $high }
report-carriers-evidence = { $construct }: { $value }
report-carriers-labels = Se contrastó con { $positives ->
    [one] un apoyo interno conocido
   *[other] { $positives } apoyos internos conocidos
} entre { $labelled } candidaturas de las que consta si lo son. El solo azar daría cerca de { $base } en ambas columnas; 100 % significa que todos ellos quedan primero.
report-carriers-labels-table = Qué tan bien encuentra cada orden a los apoyos internos conocidos
report-carriers-column-ranking = Orden
report-carriers-column-precision = Qué tan adelante quedan los apoyos conocidos (precisión media)
report-carriers-column-first = Apoyos conocidos entre los primeros { $positives }
report-ranker-borda = lugar promedio por lo que hicieron
report-ranker-in_degree = solo el número de contactos
report-ranker-seniority = solo el rango del cargo
report-ranker-logistic = aprendido de las etiquetas
report-construct-initiating = poner en marcha iniciativas
report-construct-bringing_in = atraer a otros
report-construct-bridging = enlazar dependencias y sectores
report-construct-hosting_speaking = ser anfitrión o exponer
report-construct-early_adopting = adoptar temprano
report-construct-persisting = perseverar
report-construct-nominated = ser nombrado por otros

# 10 adopción
report-adoption-title = Desde arriba, desde abajo o ambos
report-adoption-lead = { $adoptions ->
    [one] Hay una adopción registrada
   *[other] Hay { $adoptions } adopciones registradas
} entre { $at_risk ->
    [one] una unidad
   *[other] { $at_risk } unidades
} que pudieron adoptar ({ $risk_set }).
report-adoption-risk-default = todas las unidades de gobierno del hub
report-adoption-verdict-supported = Estos registros respaldan que el cambio solo dura donde ambos se juntan.
report-adoption-verdict-not_supported = Estos registros no respaldan que el cambio solo dure donde ambos se juntan.
report-adoption-verdict-cannot_tell = ¿El cambio dura solo donde se juntan el liderazgo y los apoyos internos? No se puede saber. { $reason }
report-adoption-limits = Ni con más registros se podría distinguir quién influyó en quién de quién se parecía a quién, ni un mandato de aquello que llevó al mandato.
report-adoption-recorded = Los grupos son los registrados al inicio (origen, patrocinio, apoyo interno). { $unknown ->
    [0] Todos los registros tienen uno.
    [one] Un registro sin origen no se cuenta en ninguno.
   *[other] { $unknown } registros sin origen no se cuentan en ninguno.
}
report-adoption-cells-adoptions = Adopciones según de dónde vinieron
report-adoption-cells-partnerships = Acuerdos según de dónde vinieron
report-adoption-column-group = Grupo
report-adoption-column-started = Inicios
report-adoption-column-ended = Términos
report-adoption-column-half = La mitad había terminado a los
report-adoption-column-needed = Mínimo para la prueba
report-adoption-not-reached = no se alcanzó
report-adoption-months = { $months } meses
report-adoption-practices = Prácticas
report-adoption-column-practice = Práctica
report-adoption-column-adopted = Adopciones
report-adoption-column-alive = Siguen vigentes
report-group-neither = ninguno
report-group-top_down = desde arriba
report-group-bottom_up = desde abajo
report-group-both = ambos
report-group-unknown = sin registro
report-adoption-no-persistence = Todavía no se puede decir cuánto duran las adopciones: { $lacking }
report-adoption-no-partnerships = Todavía no se puede decir cuánto duran los acuerdos según su origen: { $lacking }

# 11 indicadores
report-indicators-title = Sostenibilidad en el tiempo
report-indicators-few = { $years ->
    [0] Todavía no hay ningún año completo registrado: son muy pocos años para hablar de una tendencia (hacen falta ocho).
    [one] Hay un año completo registrado: son muy pocos años para hablar de una tendencia (hacen falta ocho).
   *[other] Hay { $years } años completos registrados: son muy pocos años para hablar de una tendencia (hacen falta ocho). Debajo de cada figura está el último año completo frente al anterior.
}
report-indicators-enough = Hay { $years } años completos registrados. Este informe no prueba ninguna tendencia; debajo de cada figura está el último año completo frente al anterior.
report-indicators-two = { $now } en { $year }, { $before } en { $earlier } (años completos)
report-indicators-one = { $now } en { $year } (año completo)
report-indicators-definition = Qué es: { $text }
report-indicators-caution = Cautela: { $text }
report-indicators-source = Fuente: { $text }
report-indicators-withheld = Lo que no se muestra
report-indicators-withheld-item = { $name }: { $lacking }

# 12 método
report-method-title = Cómo se hizo este informe
report-method-lead = Lo que un lector necesita para juzgar un estudio de redes, en el orden de las pautas habituales para informar datos de redes.
report-method-boundary = Quién pertenece
report-method-boundary-text = Toda persona, unidad y organización nombrada en los registros del hub: { $stakeholders }. Miembros e invitados se distinguen como en la sección 1.
report-method-nodes = Qué es un punto
report-method-nodes-person = Cada actor tal como está registrado.
report-method-nodes-unit = Las personas cuentan con su unidad.
report-method-nodes-organization = Las personas y unidades cuentan con su organización; quien no tiene figura por su cuenta.
report-method-ties = Qué es un vínculo
report-method-ties-text = Alianzas: un acuerdo registrado y vigente. Eventos compartidos: un evento de k participantes suma 1/(k − 1) a cada par ({ $projection }). Vínculos de trabajo: las alianzas, y los pares que coincidieron en dos eventos o en uno de ocho participantes como máximo.
report-method-layer = Capa del mapa y de las medidas
report-layer-partnerships = alianzas
report-layer-participations = eventos compartidos
report-layer-combined = alianzas y eventos compartidos
report-layer-working = vínculos de trabajo
report-method-window = Tiempo
report-method-window-text = Los hallazgos valen { $window }. Un acuerdo sin fecha de término registrada se considera vigente durante { $months ->
    [one] un mes
   *[other] { $months } meses
} o hasta el último registro conjunto del par, lo que ocurra más tarde.
report-method-weights = Pesos
report-method-weights-text = Una alianza cuenta su fuerza registrada (1 si falta) por { $partnership }, los eventos compartidos cuentan por { $participation }; { $decay ->
    [0] los vínculos terminados no se desvanecen.
   *[other] un vínculo terminado cuenta la mitad a los { $decay } días.
}
report-method-length-inverse_strength = En los caminos, un vínculo fuerte es corto (1/fuerza).
report-method-length-hops = En los caminos, cada vínculo es un paso.
report-method-missing = Qué falta
report-method-missing-text = Los vínculos que nadie anotó faltan en todas las cifras. Las filas que no se pudieron usar constan en el registro de filas; ningún valor se completó por estimación, salvo los términos de acuerdos como se dice en Tiempo.
report-method-uncertainty = Incertidumbre
report-method-uncertainty-text = Las proporciones llevan intervalos de Wilson; los promedios de la red, intervalos obtenidos al volver a sortear a los integrantes (bootstrap de vértices); las cifras sobre componentes y vínculos de eventos compartidos se rehacen quitando cada evento. Los sectores se comparan con redes al azar en las que cada cual conserva su número de vínculos, y con asistencias al azar en las que cada cual conserva su número de eventos y cada evento su tamaño. Las posiciones se vuelven a tomar en redes que perdieron una décima parte de sus vínculos, donde la figura lo dice. Los recuentos son completos y no llevan intervalo. Los sorteos parten de la semilla { $seed }.
report-method-privacy = Privacidad
report-method-privacy-text = Las organizaciones se nombran. Ninguna persona se nombra en ningún archivo salvo PRIVATE-people.html; en los textos registrados el nombre de una persona se reserva.
report-method-privacy-private = Se nombra a todos: esta carpeta es privada.
report-method-inexact = Lo que no es exacto
report-method-inexact-text = Los valores exactos exigirían más trabajo del que permite --work-limit, por lo que algunos se estiman u omiten: { $list }.
report-method-inexact-paths = { $columns } (a partir de { $samples } caminos más cortos al azar; con una probabilidad del { $confidence }, cada valor está a lo más a ±{ $epsilon } de la proporción exacta de pares)
report-method-inexact-sources = { $columns } (desde { $samples } puntos de partida; con una probabilidad del { $confidence }, la distancia media y la cercanía media de cada uno están a lo más a ±{ $epsilon } de su rango)
report-method-inexact-left-out = { $columns } (se omite)
report-method-parameters = Todos los ajustes
report-method-column-setting = Ajuste
report-method-column-value = Valor
report-method-glossary = Palabras
report-glossary-betweenness = Intermediación
report-glossary-betweenness-text = Estar en los caminos más cortos entre otros; quien está en muchos de ellos conecta.
report-glossary-bridge = Organización puente
report-glossary-bridge-text = Organización que une sectores o grupos que de otro modo apenas se encontrarían.
report-glossary-champion = Apoyo interno
report-glossary-champion-text = Persona del lado del gobierno cuyos actos registrados impulsan un cambio desde adentro; no es un grado ni un cargo.
report-glossary-working = Vínculo de trabajo
report-glossary-working-text = Una alianza vigente, o dos eventos compartidos, o uno de ocho participantes como máximo.
report-glossary-interval = Intervalo
report-glossary-interval-text = El rango que contendría la cifra verdadera en 95 de cada 100 casos como este, si el método indicado se ajusta.
report-glossary-q = q
report-glossary-q-text = Proporción de falsas alarmas que cabe esperar entre hallazgos tan marcados como este.

# 13 compromisos
report-commitments-title = Objetivos y compromisos
report-commitments-lead = Lo que el hub prometió, según consta; un responsable o una fecha en blanco es una línea por llenar.
report-commitments-table = Objetivos y compromisos
report-commitments-column-what = Qué se prometió
report-commitments-column-kind = Tipo
report-commitments-column-baseline = Inicio
report-commitments-column-now = Ahora
report-commitments-column-target = Meta
report-commitments-column-due = Plazo
report-commitments-column-owner = Responsable
report-commitments-column-status = Estado
report-commitments-overdue = vencido
report-commitments-status-open = abierto
report-commitments-status-done = cumplido
report-commitments-status-cancelled = cancelado
report-commitments-kind-objective = objetivo
report-commitments-kind-action = acción

# la página privada
people-tab = PRIVADO: { $hub }, personas
people-kicker = PRIVADO: solo para su destinatario
people-heading = Personas que impulsan el cambio: { $hub }
people-foot = Elaborado con hubscope { $version }. Esta página no forma parte de lo que se puede difundir.
people-why-title = Por qué existe esta página
people-purpose = Finalidad
people-responsible = Responsable
people-notice = Se avisó a las personas
people-no-purpose = No consta en hub.toml ([champions] purpose).
people-no-responsible = No consta en hub.toml ([champions] responsible).
people-no-notice = No consta en hub.toml ([champions] notice_date): avise a las personas antes de que alguien use esta página.
people-rights = Cualquier persona puede preguntar qué se guarda aquí sobre ella y puede negarse (profiling = no en la tabla de actores).
people-read-title = Cómo leerla
people-read-evidence = La lista sigue lo que los registros muestran que alguien hizo: cada tipo de acto da un lugar, y cuenta el promedio de esos lugares. No dice nada del valor de nadie, y el silencio de los registros no es falta de esfuerzo.
people-read-interval = «Entre … y …» es dónde queda alguien cuando se quita un evento por vez (nueve de cada diez casos).
people-read-authority = La autoridad formal va aparte: no forma parte del lugar.
people-cards-title = Fichas
people-left-out = Sin ficha: { $list }.
people-place = Lugar
people-place-text = { $rank } de { $candidates }; entre { $low } y { $high } al quitar un evento
people-place-text-same = { $rank } de { $candidates }; el mismo al quitar un evento
people-stays = Entre los diez primeros
people-stays-text = en el { $share } de esos casos
people-authority = Autoridad formal
people-authority-grade = grado { $grade }
people-appointment-political = designación política
people-appointment-career = carrera
people-appointment-elected = por elección
people-appointment-contract = contrata
people-authority-none = sin registro
people-contacts = Contactos en vínculos de trabajo
people-last = Último registro
people-code = Código en los demás archivos
people-evidence = Qué muestran los registros
people-column-act = Tipo de acto
people-column-value = Recuento
people-column-rank = Lugar
people-column-records = Registros
people-more-cards = { $more ->
    [one] Una persona más no tiene ficha en esta página
   *[other] Otras { $more } personas no tienen ficha en esta página
}: se ve con hubscope champions --card ID.

# qué hacer cuando no se puede escribir un informe
report-remedy-occupied = Elija otra carpeta con --out o mueva lo que hay en ella: nunca se reemplazan archivos que hubscope no escribió o que cambiaron desde entonces.
report-remedy-io = Revise que la carpeta exista, que pueda escribir en ella y que el disco no esté lleno, o elija otra con --out.
report-remedy-bug = Es un error de hubscope: por favor, infórmelo con el mensaje de arriba.
