# sobre qué conviene actuar

# con cuánta certeza
certainty-recorded = según los registros
certainty-tested = superó su prueba
certainty-assumed = se basa en un supuesto

# qué dice cada par de sectores
cell-gap = menos alianzas de las esperadas
cell-surplus = más alianzas de las esperadas
cell-as_expected = según lo esperado
cell-too_few_to_tell = muy pocas para saberlo

# con qué se comparan las alianzas
null-stubs = extremos de los vínculos emparejados al azar
null-degree_preserving_swaps = redes al azar en las que cada cual conserva su número de vínculos
null-curveball = asistencia al azar en la que cada cual acude a tantos eventos y cada evento tiene tantos participantes como en los registros
null-label_permutation = grupos repartidos de nuevo al azar, con los mismos vínculos

# componentes del método
component-co_design_workshop = taller de codiseño
component-diagnosis_roadmap = diagnóstico y hoja de ruta
component-competition = concurso
component-strategic_plan_workshop = taller de plan estratégico
component-hub_program = programa del hub
component-meeting = reunión
component-other = otra actividad

# cuánto trabajo
effort-hour = cerca de una hora
effort-day = cerca de un día
effort-week = cerca de una semana

# acciones: qué hacer, con quién, por qué
action-who-coordination = la coordinación del hub

action-decide_agreement = Decida con ambas partes si se renueva el acuerdo de { $source } con { $target }
action-decide_agreement-assumed = Pregunte a { $source } si el acuerdo con { $target } sigue vigente y anote cuándo termina
action-decide_agreement-with = { $source }, { $target }
action-decide_agreement-why = Termina el { $ends } y ningún acuerdo posterior le da continuidad.
action-decide_agreement-why-notice = Hay que dar aviso a más tardar el { $by }: termina el { $ends } y ningún acuerdo posterior le da continuidad.
action-decide_agreement-why-assumed = No hay fecha de término registrada; según el plazo supuesto, terminaría el { $ends }.

action-second_link = Presente a { $example } un segundo aliado, además de { $cut_point }
action-second_link-with = { $example }, { $cut_point }
action-second_link-why = { $stranded ->
    [one] Un miembro llega al resto de la red de trabajo solo a través de { $cut_point }.
   *[other] { $stranded } miembros llegan al resto de la red de trabajo solo a través de { $cut_point }.
 }

action-invite_sector = Invite a sumarse a una organización de este sector: { $sector }
action-invite_sector-with = { $sector }
action-invite_sector-why = El hub no tiene miembros de este sector y su modelo de referencia pide al menos uno.

action-join_sectors = Reúna a miembros del sector { $a } con miembros del sector { $b } en un evento pequeño sobre un tema común
action-join_sectors-within = Reúna entre sí a miembros del sector { $a } en un evento pequeño sobre un tema común
action-join_sectors-with = { $a }, { $b }
action-join_sectors-why = { $observed ->
    [0] Ningún par entre ellos tiene una alianza, cuando por su actividad se esperarían cerca de { $expected }.
    [one] Un solo par entre ellos tiene una alianza, cuando por su actividad se esperarían cerca de { $expected }.
   *[other] { $observed } pares entre ellos tienen una alianza, cuando por su actividad se esperarían cerca de { $expected }.
 }

action-open_component = Invite a miembros del sector { $sector } a la próxima instancia de este componente: { $component }
action-open_component-with = { $sector }
action-open_component-why = Nadie del sector { $sector } ha participado todavía en este componente.

action-invite_isolated = Invite a un evento pequeño, de ocho participantes como máximo, a: { $members }
action-invite_isolated-with = { $members }
action-invite_isolated-why = { $count ->
    [one] No tiene alianzas ni ha compartido eventos pequeños con otros miembros.
   *[other] No tienen alianzas ni han compartido eventos pequeños con otros miembros.
 }
action-invite_isolated-why-among = Son { $count } de los { $total } miembros que no tienen alianzas ni han compartido eventos pequeños con otros.

action-call_fading = Llame a { $member } y pregunte qué cambió
action-call_fading-with = { $member }
action-call_fading-why = { $now ->
    [0] Ninguna participación ni alianza en los últimos doce meses; en años anteriores, cerca de { $usual } por año.
    [one] Una participación o alianza en los últimos doce meses; en años anteriores, cerca de { $usual } por año.
   *[other] { $now } participaciones y alianzas en los últimos doce meses; en años anteriores, cerca de { $usual } por año.
 }

action-record_missing = Complete la columna "{ $column }" de la tabla "{ $table }"
action-record_missing-table = Agregue la tabla "{ $table }"
action-record_missing-why-stakeholders-sector = { $rows ->
    [one] Un actor no tiene sector, por lo que no se puede saber qué sectores se encuentran.
   *[other] { $rows } actores no tienen sector, por lo que no se puede saber qué sectores se encuentran.
 }
action-record_missing-why-partnerships-end = { $rows ->
    [one] Un acuerdo vigente no tiene fecha de término: el calendario debe suponerla.
   *[other] { $rows } acuerdos vigentes no tienen fecha de término: el calendario debe suponerla.
 }
action-record_missing-why-events-component = { $rows ->
    [one] Un evento no indica a qué componente del método pertenece, por lo que no se puede saber a quiénes llega el método.
   *[other] { $rows } eventos no indican a qué componente del método pertenecen, por lo que no se puede saber a quiénes llega el método.
 }
action-record_missing-why-leadership = Sin los actos de las autoridades no se puede saber si las adopciones vienen desde arriba, desde abajo o de ambas partes.

action-declare_operator = Anote en hub.toml quién opera el hub: "operator" en [hub]
action-declare_operator-why = Sin ese dato no se puede saber cuántos miembros seguirían conectados si el hub dejara de funcionar.

# qué registro falta para responder
lacking-table = La tabla "{ $table }" falta o está vacía: agréguela para obtener esta respuesta.
lacking-column = La columna "{ $column }" de la tabla "{ $table }" está vacía: complétela para obtener esta respuesta.
lacking-operator = No se ha declarado quién opera el hub: anote "operator" en [hub] de hub.toml.
lacking-few-ties = Hay muy pocas alianzas entre miembros con sector conocido: { $found } de las { $needed } necesarias. Registre más alianzas o el sector de más actores.
lacking-few-events = Hay muy pocos eventos con dos o más participantes de sector conocido: { $found } de los { $needed } necesarios. Registre más participaciones o el sector de más actores.
lacking-few-answers = No se muestran posiciones: respondieron { $found } de quienes figuran en el padrón para este período y se necesitan { $needed } ("min_response" en [stability], hub.toml).
lacking-few-sectors = Hay muy pocos sectores con alguna alianza: { $found } de los { $needed } necesarios. Complete la columna "sector" de la tabla "stakeholders".
lacking-few-pasts = Ningún miembro tiene registros que abarquen dos años completos antes de los últimos doce meses ({ $found } de { $needed } necesario): esta respuesta llegará con el tiempo.
lacking-span-three_years = Los registros abarcan menos de tres años completos: esta respuesta llegará con el tiempo.
lacking-span-gaps_q = La tasa de falsas alarmas no es válida: "q" en [gaps] de hub.toml debe ser mayor que 0 y como máximo 1.
lacking-span-two_years = Los registros no cubren dos años completos: esta respuesta llegará con el tiempo.
lacking-span-funding_kinds = Ningún acuerdo es de un tipo que lleve dinero: indique los tipos en [funding] de hub.toml y complete la columna "amount" de la tabla "partnerships".
