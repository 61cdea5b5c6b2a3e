# lo que dice import
import-made = Se creó { $path } a partir de { $format }:
import-table = { $file }: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
  }
import-read = Se leyó:
import-file = { $file }: { $rows } filas, { $used } usadas, { $repaired } corregidas, { $merged } fusionadas, { $excluded } sin usar
import-encoding = su texto está en { $encoding }, no en UTF-8
import-hidden = la hoja está oculta; se leyó de todos modos
import-kept = Lo que había allí está ahora en { $path }
import-next = Allí, import-ledger.csv dice a dónde fue cada fila. Ahora ejecute hubscope check { $path }
import-not-empty = { $path } ya existe
import-not-empty-hint = indique una carpeta que aún no exista, o agregue --replace: lo que hay allí se guarda al lado con otro nombre

# el encabezado del hub.toml que escribe import
import-toml-head = Creado por "hubscope import" a partir de { $format }.
import-toml-file = { $file }: { $rows } filas, SHA-256 { $hash }
import-toml-ledger = { $file } dice qué pasó con cada fila.

# por qué no se pueden traer los archivos, y qué hacer
import-refused-format = Ningún formato se llama "{ $name }".
import-refused-format-remedy = Se conocen: { $known }.
import-refused-same-name = Dos de los archivos se llaman { $file }: no se podrían distinguir sus filas.
import-refused-same-name-remedy = Cambie el nombre de uno, por ejemplo según su año o programa; el nombre es libre.
import-refused-other = { $file } no es un archivo del formato { $format }: debería tener { $expected }. Se encontró: { $found }
import-refused-other-remedy = Revise el nombre del formato y que el archivo esté tal como lo escribió el otro programa ("hubscope import --help" muestra los formatos).
import-refused-file = { $format } necesita también { $file }.
import-refused-file-remedy = Indique todos los archivos de la descarga; el nombre de cada archivo no importa.
import-refused-column = { $file }: falta la columna "{ $column }", que tienen los archivos de { $format }. Se encontró: { $headers }
import-refused-column-remedy = Indique el archivo tal como lo escribió el otro programa, con su encabezado.
import-refused-syntax = { $file }, línea { $row }: { $problem }
import-refused-syntax-remedy = Exporte o descargue otra vez el archivo; si es grande, revise que haya llegado completo.
import-refused-date-order-remedy = Agregue --date-order day_month o --date-order month_day.
import-refused-number-form-remedy = Agregue --number-form point (1,200.50) o --number-form comma (1.200,50).
import-refused-date-order-contradicted = { $file }, columna «{ $column }»: { $value } (fila { $row }) no se puede leer en el orden que fija --date-order, y otras fechas de la columna admiten las dos lecturas.
import-refused-number-form-contradicted = { $file }, columna «{ $column }»: { $value } (fila { $row }) no se puede leer con los signos que fija --number-form, y otros números de la columna admiten las dos lecturas.
import-refused-contradicted-remedy = Corrija la celda, o quite la opción para que cada columna decida por sí misma.
import-refused-mixed-dates-remedy = En la hoja de cálculo, dé a toda la columna el formato de fecha y guarde de nuevo.
import-refused-option = { $format }: los archivos no lo dicen todo; falta --{ $option }.
import-refused-option-remedy = Agregue --{ $option }; "hubscope import --help" explica qué significa.
import-refused-map = { $file }: { $problem }
import-refused-map-remedy = La guía, en "Bringing in other data", explica qué puede decir un mapa.
import-refused-nothing = { $files }: no se encontró ninguna fila que sirva para un hub.
import-refused-nothing-remedy = Revise que el formato sea { $format } y que los archivos tengan algo más que el encabezado.

# lo que la cuenta de una importación dice de una fila
import-reason-blank-row = no hay nada en la fila
import-reason-repeated-header = el encabezado está aquí otra vez
import-reason-missing-cell = le falta algo indispensable
import-reason-bad-cell = la celda no se pudo leer y cuenta como vacía
import-reason-unknown-reference = remite a un registro que no está en ningún archivo
import-reason-unattached = remite a un registro que no está en ningún archivo y sin él no dice nada
import-reason-identical-row = igual a una fila anterior
import-reason-same-record = trata de lo mismo que otra fila; se fusionó con ella
import-reason-found-by-name = sin id; se tomó por el único con id que lleva ese nombre
import-reason-repeated-id = otra fila con otro contenido lleva este id; esta va sin él
import-reason-shared-amount = el monto es de varios en conjunto y no dice nada de cada uno
import-reason-says-otherwise = una fila anterior dice otra cosa; este valor no se usa
import-reason-self-tie = ambos lados son el mismo
import-reason-no-place = no dice nada de actores, vínculos ni eventos
import-reason-withheld = la fuente reserva quién fue
import-reason-never-held = cancelado, retirado, rechazado o nunca realizado
import-reason-ended-early = la participación terminó antes que el proyecto
import-reason-end-before-start = termina antes de empezar: ambas fechas cuentan como vacías
import-reason-test = una prueba o vista previa, no una respuesta
import-reason-unknown-code = un código que el formato no conoce; queda tal cual

# formatos
import-cordis = CORDIS (proyectos europeos de investigación)
import-cordis-reads = project.csv y organization.csv de un programa marco; cada proyecto pasa a ser un evento y cada fila de organization.csv una participación con rol y aporte
import-cordis-lacks = CORDIS no dice nada de personas, de vínculos fuera de los proyectos ni de quién propuso a quién. Un proyecto es un solo evento, desde su primer hasta su último día; los montos son el aporte de la Unión Europea, en euros.

import-360giving = 360Giving (subvenciones)
import-360giving-reads = una hoja con una fila por subvención, o JSON con "grants"; cada subvención pasa a ser un vínculo con fechas y monto, de quien financia a quien recibe
import-360giving-lacks = 360Giving no dice quién postuló sin éxito, ni hay vínculos entre receptores ni sectores. Los ids que empiezan con 360G- son propios de cada financiador y no coinciden con los de nadie más: vea hubscope resolve.

import-secop2 = SECOP II (contratos públicos de Colombia)
import-secop2-reads = los contratos electrónicos de datos.gov.co; cada contrato pasa a ser un vínculo con fechas, de la entidad al proveedor, con su valor en pesos colombianos
import-secop2-lacks = De SECOP II no se toman representantes ni supervisores (personas) ni procesos sin contrato. Los contratos cancelados y los borradores quedan fuera; un mismo NIT puede servir a varias entidades de una ciudad, así que las entidades se distinguen por código o nombre.

import-ocds = OCDS (contratación abierta)
import-ocds-reads = paquetes de entregas o registros en JSON, u hojas aplanadas (parties/0/roles); cada proceso pasa a ser un evento, cada parte una participación por rol, cada contrato (o adjudicación sin contrato) un vínculo con fechas y valor, de quien compra a quien provee
import-ocds-lacks = OCDS no dice nada de personas ni de vínculos fuera de los contratos. Las partes sin id de un registro público se distinguen por su nombre; el valor de una adjudicación a varios proveedores queda vacío, porque no dice nada de cada uno.

import-challenges = plataformas de desafíos (reto, postulación, equipo, etapa)
import-challenges-reads = listas de postulaciones y, si las hay, de retos y de integrantes de equipos; --map indica las columnas cuando no llevan las palabras habituales; cada reto pasa a ser un evento, cada postulación participaciones con la etapa alcanzada, cada equipo vínculos entre sus integrantes
import-challenges-lacks = Estas listas no suelen decir quién fue jurado o mentor ni quién miró un reto y no participó. Los borradores y las postulaciones retiradas quedan fuera.

import-decidim = Decidim (participación ciudadana)
import-decidim-reads = proposals.csv, meetings.csv y sus comentarios; cada propuesta y cada encuentro pasa a ser un evento en el que participan autores, comentaristas y organizaciones asistentes
import-decidim-lacks = Los datos abiertos de Decidim no dicen qué personas asistieron a un encuentro ni quién votó; los apoyos solo se cuentan. Las plataformas antiguas no nombran autores; los usuarios reservados quedan fuera y se cuentan.


import-iati = IATI (actividades de cooperación)
import-iati-reads = XML con elementos iati-activity, versiones 1 y 2; cada actividad pasa a ser un evento, cada organización en ella una participación por rol, y el dinero entre dos organizaciones un vínculo con fechas por actividad y moneda
import-iati-lacks = IATI no dice nada de personas ni de vínculos fuera de las actividades. Entre lo prometido y lo pagado cuenta la promesa, porque ambos hablan del mismo dinero; no se leen presupuestos ni resultados.
