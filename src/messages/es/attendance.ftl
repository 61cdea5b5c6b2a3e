# listas de asistencia: por qué se rechaza una y qué hacer
refused-attendance-event = { $sheet } es una lista de asistencia, pero nada dice de qué evento.
refused-attendance-event-remedy = Póngale a la hoja o al archivo el nombre del evento, escriba el evento sobre el encabezado o indíquelo en hub.toml bajo [attendance."{ $sheet }"]: event = "…" (con ignore = true la hoja no se lee).
refused-attendance-date = { $sheet }: la fecha { $value } puede ser día/mes o mes/día, y ninguna otra fecha de las listas de asistencia lo aclara.
refused-attendance-date-remedy = Ponga date_order = "day_month" o "month_day" en hub.toml bajo [records], o date = 2024-05-14 bajo [attendance."{ $sheet }"].

# lo que el registro dice de una fila
reason-no-person = una nota o una línea de firmas: en la fila no hay ninguna persona
reason-organization-came = no se nombra a ninguna persona: participó la organización
reason-unknown-mark = la marca no dice si la persona vino o no: no se usa
reason-absent = no vino, según la marca de la propia lista
reason-came-to-nothing = no vino a ninguno de los eventos
reason-no-event = la fila no nombra ningún evento

# cómo check cuenta lo que se leyó
check-attendance = Listas de asistencia:
check-attendance-list = { $sheet }: lista de quienes vinieron, encabezado en la fila { $row }
check-attendance-matrix = { $sheet }: personas por eventos, encabezado en la fila { $row }
check-attendance-event = { $event } ({ $told }), { $date } ({ $dated })
check-attendance-event-undated = { $event } ({ $told }), sin fecha
check-attendance-columns = columnas leídas: { $columns }
check-attendance-not-read = columnas no leídas: { $columns }
check-attendance-mark = marca "{ $mark }": { $count ->
    [one] una vez
   *[other] { $count } veces
}, no se usa
told-by-hub-toml = de hub.toml
told-by-title = del título
told-by-sheet = del nombre de la hoja
told-by-file = del nombre del archivo
told-by-header = del encabezado
told-by-rows = de las filas
toml-attendance = hoja de asistencia = su evento y su fecha, si la hoja no los dice; con ignore = true no se lee
unread-no-attendance = no es ni una lista de asistentes ni una tabla de personas por eventos
unread-ignored = hub.toml lo excluye bajo [attendance]
