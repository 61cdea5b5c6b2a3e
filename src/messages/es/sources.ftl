# cómo se leyeron los archivos
source-encoding = su texto está en { $encoding }
source-other-format = su contenido es { $format }, aunque su nombre diga otra cosa
source-title-rows = { $rows ->
    [one] una fila
   *[other] { $rows } filas
} sobre el encabezado de la fila { $header }, tomadas como títulos: { $text }
source-merged-header = { $cells ->
    [one] una celda combinada
   *[other] { $cells } celdas combinadas
} en el encabezado
source-hidden-sheet = oculta en el libro, y leída porque hub.toml la nombra

# archivos y hojas que no se leyeron
unread-no-table = su nombre no es el de ninguna tabla
unread-replaced = hub.toml nombra otro para su tabla
unread-hidden = oculta en el libro; nómbrela en hub.toml, en [tables], para que se lea
unread-blank = está en blanco
unread-password = protegido con contraseña
unread-damaged = dañado, o de un formato distinto del que dice su nombre

# rechazos
refused-password = { $file } está protegido con contraseña.
refused-password-remedy = Ábralo, quite la contraseña (en Excel: Archivo, Información, Proteger libro) y guárdelo, o guarde la hoja como CSV UTF-8.
refused-damaged = { $file } está dañado, o es de un formato distinto del que dice su nombre.
refused-damaged-remedy = Ábralo en el programa que lo creó y guárdelo de nuevo; si allí tampoco se abre, pida otra copia.
refused-web-page = { $file } es una página web o XML, aunque su nombre diga otra cosa.
refused-web-page-remedy = Ábralo en Excel o LibreOffice y guárdelo como libro (xlsx) o como CSV UTF-8.
refused-no-sheet = { $file } no tiene una hoja «{ $sheet }». Tiene: { $sheets }.
refused-no-sheet-remedy = Escriba en hub.toml, en [tables], el nombre de la hoja tal como lo muestra el libro.
refused-which-sheet = { $file } tiene varias hojas ({ $sheets }) y ninguna lleva el nombre de una tabla.
refused-which-sheet-remedy = Nombre la hoja en hub.toml, en [tables], por ejemplo "{ $file }#{ $sheet }", o dé a cada hoja el nombre de su tabla.
refused-nested-value = { $file }, fila { $row }, columna «{ $column }»: { $found } no es un valor que quepa en una celda.
refused-nested-value-remedy = Escriba allí un solo valor (texto, número, sí o no), o quite la columna «{ $column }».
refused-json-form = { $file }, línea { $row }: no es un objeto JSON ({ $problem }).
refused-json-form-remedy = Escriba un objeto por línea, como {"{"}"name": "A"{"}"}, o una sola lista de tales objetos.

# lo que el registro dice de una fila
reason-totals-row = fila de totales: cuenta las filas de arriba y no es un registro
reason-repeated-header = el encabezado otra vez, no un registro
reason-title-row = un título a lo ancho de la tabla, no un registro
reason-merged-cell = celda combinada: su texto vale para cada una de sus filas
reason-failed-formula = la celda muestra el error de una fórmula y cuenta como vacía

# check
check-sources = Cómo se leyeron los archivos
check-source = { $file }: { $note }
check-unread = Sin leer
check-unread-file = { $name }: { $why }
check-unread-rows = { $name }, { $rows ->
    [one] una fila
   *[other] { $rows } filas
}: { $why }
