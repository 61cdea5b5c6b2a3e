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
