# la línea de comandos
stage-records = leyendo los registros
stage-network = construyendo la red
stage-metrics = calculando medidas
stage-findings = buscando hallazgos
stage-indicators = calculando indicadores
stage-charts = dibujando gráficos
stage-report = escribiendo el informe

ledger-note = { $rows ->
    [one] { $rows } fila leída
   *[other] { $rows } filas leídas
  }: { $repaired } corregidas, { $merged } fusionadas, { $excluded } sin usar. Con hubscope check se ve cuáles y por qué.
ledger-withheld = (reservado: puede nombrar a una persona)
report-written = Informe: { $path }
report-failed = no se pudo escribir el informe
strict-refused = { $count ->
    [one] { $count } fila no se usó tal cual
   *[other] { $count } filas no se usaron tal cual
  }; la primera es { $file }, fila { $row }, columna «{ $column }»: { $reason }
strict-refused-hint = corrija las filas que muestra hubscope check, o quite --strict
see-check = hubscope check indica qué necesita cada parte
champions-private = PRIVADO: nombra a personas y lo que hicieron. No lo entregue a quien no corresponda.
stability-untested-ties = Sin probar: pérdida del { $shares } de los vínculos. Hay demasiado pocos vínculos para perder una parte tan pequeña.
stability-untested-members = Sin probar: pérdida del { $shares } de los miembros. Hay demasiado pocos miembros para perder una parte tan pequeña.
stability-untested-events = Sin probar: pérdida del { $shares } de los eventos. Ningún evento reunió a dos, hay demasiado pocos para perder una parte tan pequeña, o la fuerza de los vínculos de esta capa no proviene solo de los eventos.
stability-untested-unreported_ties = Sin probar: { $shares } de los vínculos sin registrar. Hay demasiado pocos vínculos, o ya no queda a quién vincular, para agregar una parte tan pequeña.
stability-untestable = esta red es demasiado pequeña para poner a prueba sus posiciones: no hay nada que pueda perder
key-players-too-many = --key-players { $size } es más de lo que hay: { $count ->
    [one] la red tiene { $count } actor
   *[other] la red tiene { $count } actores
}
key-players-without-value = { $criterion }: ningún conjunto de este tamaño tiene valor, porque sin él quedarían menos de dos actores por comparar. Pida menos actores clave.
key-players-not-proven = { $criterion }: el mejor conjunto hallado al agregar e intercambiar de a uno; hay demasiados conjuntos para probarlos todos, así que no está demostrado que sea el mejor.
key-players-more = { $criterion }: { $count } conjuntos son igual de buenos; se listan los primeros { $listed }.

new-made = Se creó { $path }: complete las tablas, borre las filas de ejemplo y ejecute hubscope check { $path }
synth-made = Se creó { $path }: { $rows } filas, { $champions } apoyos internos plantados. Lo plantado está en { $truth }
new-not-empty = { $path } ya existe
new-not-empty-hint = indique una carpeta que todavía no exista

check-title = { $hub }
check-rows = Filas
check-table = { $file } ({ $table }): { $rows } filas, { $used } usadas, { $repaired } corregidas, { $merged } fusionadas, { $excluded } sin usar
check-derived = { $count ->
    [one] { $count } actor no figura
   *[other] { $count } actores no figuran
  } en ninguna fila de stakeholders: se crearon a partir de las filas que los nombran
check-clean = Todas las filas se usaron tal cual.
check-cases = Lo que se observó
check-kind = { $reason }: { $count }
check-case = { $file }, fila { $row }, columna «{ $column }»: «{ $value }»
check-case-row = { $file }, fila { $row }
check-mapping = Cómo se leyeron los nombres y los valores
check-columns = { $table }: { $pairs }
check-form = { $column }: { $form }
check-unmapped = { $column }: «{ $value }» no es un valor conocido y se dejó tal cual ({ $rows } filas)
check-unknown-column = { $table }: la columna «{ $header }» no es conocida; puede usarse con --group-by
form-day_month = fechas como día, mes, año
form-month_day = fechas como mes, día, año
form-point = números con punto decimal
form-comma = números con coma decimal
check-answers = Qué puede responder este hub
check-yes = sí · { $section }
check-not-yet = todavía no · { $section }: { $lacking }
section-membership = quiénes están, quiénes entran y quiénes salen
section-network = quién está vinculado con quién
section-sectors = qué sectores se encuentran poco
section-fading = qué actores bajan su actividad
section-components = quién participó en cada parte del método
section-introductions = a quién presentar con quién
section-introductions_tested = con qué frecuencia se dieron antes vínculos como los propuestos
section-calendar = qué acuerdos terminan en los próximos doce meses
section-plan = qué hacer con cada acuerdo y qué queda si no se hace nada
section-champions = quiénes impulsan el cambio desde adentro
section-adoption = qué se adoptó, de dónde vino y cuánto duró
section-claim = si el cambio dura solo donde se juntan el liderazgo y los apoyos internos
section-money = quién paga y qué termina
section-continuity = qué se perdería sin cada miembro, financiador o sector
section-without_operator = qué quedaría sin la organización que opera el hub
section-commitments = objetivos y acciones prometidas
qap-too-few = son demasiado pocos para comparar: { $found } de los { $needed } actores que hacen falta. Menos actores admiten a lo sumo seis órdenes distintos, así que el azar por sí solo explicaría cualquier resultado.
qap-too-few-draws = --draws { $found } es demasiado poco: este modelo necesita al menos { $needed } permutaciones; con menos, p nunca podría ser 0,05 o menor
qap-few-orders = { $members } actores admiten solo { $orders } órdenes distintos, y las permutaciones los repiten: no cabe esperar un valor p menor que { $least }, aproximadamente.
qap-without-value = { $count ->
    [one] Queda fuera un actor
   *[other] Quedan fuera { $count } actores
}: una de las columnas pedidas no dice nada al respecto.

cannot-group = la tabla stakeholders no tiene una columna «{ $column }» por la cual agrupar
cannot-group-remedy = las columnas que hay son: { $known }
cannot-empty-window = la ventana pedida no contiene ningún día
cannot-empty-window-remedy = pida una ventana que esté dentro del estudio, como --window latest
cannot-fit = la capa { $layer } de la ventana { $window } puede tener { $millions } millones de vínculos, que ocupan { $needed } GiB; se usan a lo más { $most } GiB
cannot-fit-remedy = pida una ventana más corta, como --window latest, o --layer partnerships
cannot-no-arcs = { $measure } según la dirección exige una capa con dirección: partnerships
cannot-no-arcs-remedy = agregue --layer partnerships, o quite --direction
cannot-no-attendance = { $measure } exige una capa con eventos compartidos: participations, combined o working
cannot-no-attendance-remedy = agregue --layer participations, combined o working, o pida --backbone disparity
cannot-converge = { $measure } no llegó a converger
cannot-converge-remedy = pida otro --backbone: fixed_row o disparity
cannot-grouping-size = { $measure }: la agrupación tiene { $groups } entradas para { $nodes } nodos
qap-variable = variable desconocida «{ $variable }»: se esperaba partnerships, participations, combined, working, events, kind:TIPO, same:COLUMNA o difference:COLUMNA
qap-kind = ninguna alianza del tipo «{ $kind }» está vigente en la ventana
qap-kind-remedy = los tipos que hay son: { $known }
qap-too-many = { $found } miembros forman demasiados pares para compararlos: pueden ser a lo más { $most }
qap-too-many-remedy = agregue --members core, o pida una --window más corta
qap-not-fitted = el modelo no se puede ajustar: una variable no varía, se compone de las demás o separa los vínculos sin ningún error
parquet-unreadable = Parquet no se puede leer en una terminal
parquet-unreadable-hint = agregue --out ARCHIVO.parquet

table-made-window = Ventana { $window }.
table-made-window-days = Ventana { $window }, del { $first } al { $last }.
table-made = Vínculos: { $layer }, { $direction }. Caminos: { $length }. Eventos compartidos: { $projection }.
direction-undirected = sin dirección
direction-directed = con dirección
path-length-inverse_strength = un vínculo fuerte es corto
path-length-hops = cada vínculo es un paso
projection-newman = un evento de k participantes suma 1/(k − 1) a cada par
projection-count = cada evento suma 1 a cada par
projection-hours = cada evento suma a un par las horas del lado que menos estuvo
table-no-room = Aquí caben { $shown } de { $all } columnas. Con --format csv salen todas; faltan: { $names }.
table-made-days = Ventana: del { $first } al { $last }.
