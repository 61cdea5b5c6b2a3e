# qué dicen las celdas, y cómo se asignan nombres y valores
reason-two-currencies = la moneda en la celda del monto contradice la columna de monedas: el monto cuenta como vacío

refused-date-order-contradicted = { $file }, columna «{ $column }»: { $value } (fila { $row }) no se puede leer en el orden de día y mes que fija hub.toml para todas las columnas (o el encabezado para esta), y otras fechas de la columna admiten los dos.
refused-date-order-contradicted-remedy = Corrija la celda, o fije el orden de esta columna sola en hub.toml, en [records.date_orders]: "{ $place }" = "day_month" o "month_day".
refused-mixed-dates = { $file }, columna «{ $column }»: { $value } (fila { $row }) es el número de un día de hoja de cálculo, pero otras celdas de la columna son fechas escritas. Cuando una hoja de cálculo convierte solo algunas celdas en fechas, puede haber cambiado el día por el mes.
refused-mixed-dates-remedy = En la hoja de cálculo, dé a toda la columna el formato de fecha y guarde de nuevo; o, si los números están bien, diga en hub.toml, en [records.date_orders], desde dónde cuentan: "{ $place }" = "serial_1900" o "serial_1904".
refused-number-form-contradicted = { $file }, columna «{ $column }»: { $value } (fila { $row }) no se puede leer con los signos que number_form fija en hub.toml para todas las columnas, y otros números de la columna admiten las dos lecturas.
refused-number-form-contradicted-remedy = Corrija la celda, o fije el signo decimal de esta columna sola en hub.toml, en [records.number_forms]: "{ $place }" = "point" o "comma".

form-serial_1900 = fechas como números de días de una hoja de cálculo, contados desde 1900; si la hoja cuenta desde 1904, ponga serial_1904 en [records.date_orders]
form-serial_1904 = fechas como números de días de una hoja de cálculo, contados desde 1904
form-short-years = años de dos cifras, al final: 70 a 99 son 1970 a 1999, 00 a 69 son 2000 a 2069
check-unmapped-meant = { $column }: «{ $value }» no se conoce y quedó tal cual ({ $rows } filas). ¿Quiso decir «{ $nearest }»?
check-unknown-column-meant = { $table }: la columna «{ $header }» no se conoce; se puede usar con --group-by. ¿Quiso decir { $nearest }?
check-unsplit = { $column }: { $count ->
    [one] { $count } celda tiene una coma y no se partió en ella
   *[other] { $count } celdas tienen una coma y no se partieron en ella
  }. Si separa varias respuestas, declárelas en hub.toml, en [options]: { $name } = ["…"]
check-values = { $column }: { $pairs }
check-mapping-written = Las correspondencias quedaron en { $path }. Para leer el hub con ellas: --config { $path }

mapping-head = Cómo se leyeron nombres y valores; lo escribió hubscope check --write-mapping. Úselo como hub.toml o con --config.
mapping-unmapped = no se conocen; dé a cada uno el valor que significa, o quítelo para dejarlo tal cual

# qué dice la línea de comandos cuando algo falla
label-error = error:
label-cause = causa:
label-hint = sugerencia:
cannot-write = no se puede escribir { $path }
cannot-write-table = no se puede escribir la tabla
cannot-write-parquet = no se puede escribir la tabla { $table } en Parquet
cannot-write-workbook = no se puede escribir el libro de cálculo
cannot-write-csv = no se puede escribir la tabla { $table } en CSV
cannot-set-threads = no se puede fijar el número de --threads
io-not-found = no existe ese archivo o carpeta
io-permission-denied = no tiene permiso para leer o escribir ahí
io-already-exists = ya existe
io-not-a-folder = no es una carpeta
io-is-a-folder = es una carpeta
io-folder-not-empty = la carpeta no está vacía
io-read-only = el disco es de solo lectura
io-disk-full = el disco está lleno
io-invalid-name = el sistema no acepta ese nombre
report-occupied = { $path } contiene { $found }, que no es parte sin cambios de un informe anterior: no se escribió nada
report-cannot-create = no se puede crear { $path }
report-cannot-create-a-folder-in = no se puede crear una carpeta en { $path }
report-cannot-write = no se puede escribir { $path }
report-cannot-move-aside = no se puede apartar { $path }
report-cannot-put-back = no se puede devolver a su lugar { $path }
report-cannot-read = no se puede leer { $path }
report-no-record = no se pudo hacer el registro de la ejecución
report-no-page = no se pudo hacer la página { $page }
usage-invalid-value = { $argument } no puede ser «{ $value }»
usage-no-value = { $argument } necesita un valor
usage-unknown-argument = { $argument } no se conoce aquí
usage-unknown-command = no hay un comando «{ $argument }»
usage-missing = falta: { $argument }
usage-conflict = { $argument } no puede estar junto a { $other }
usage-twice = { $argument } aparece dos veces
usage-valid = Se espera uno de estos: { $valid }
usage-help = El mismo comando con --help dice qué puede ir ahí.

# hub.toml
config-type = hub.toml, línea { $line }: hay { $found } donde debería haber { $expected }.
config-unknown-value = hub.toml: { $key } no puede ser { $found }.
config-unknown-word = hub.toml, línea { $line }: «{ $found }» no se conoce aquí.
config-missing-key = hub.toml, línea { $line }: falta la clave «{ $key }».
config-missing-key-remedy = Agregue la línea { $key } = …
config-duplicate-key = hub.toml, línea { $line }: la misma clave o sección aparece dos veces.
config-duplicate-key-remedy = Quite una de las dos, o junte lo que hay en ambas.
expected-share = un número de 0 a 1
expected-weight = un número, 0 o mayor
expected-hours = horas de 0 a 100.000
expected-draws = un número entero de 1 a 1.000.000
expected-lang = en o es
expected-from-before-as-of = un día no posterior a as_of
toml-a-text = texto entre comillas
toml-a-number = un número
toml-a-whole = un número entero, 0 o mayor
toml-a-list = una lista entre corchetes
toml-a-section = una sección
toml-a-day = un día, como 2021-03-31
toml-a-file = un archivo, por ejemplo "actores.csv", o una lista de archivos
toml-a-yes-no = true o false
