# a quién presentar con quién, y por medio de quién

# por qué dos deberían conocerse, como partes de una lista
introduction-reason-empty_cell = nadie del sector { $a } trabaja todavía con alguien del sector { $b }
introduction-reason-sector_gap = los sectores { $a } y { $b } se encuentran menos de lo que su actividad haría esperar ({ $layer })
introduction-reason-sector_gap_within = los miembros del sector { $a } se encuentran entre sí menos de lo que su actividad haría esperar ({ $layer })
introduction-reason-without_ties = { $member } todavía no trabaja con nadie
introduction-reason-separate_parts = nada une las dos partes de la red en que se encuentran
introduction-reason-offer_meets_need = { $offers } ofrece lo que { $needs } necesita: { $what }
introduction-reason-common_partners = { $count ->
    [one] un miembro trabaja con ambos
   *[other] { $count } miembros trabajan con ambos
 }
introduction-reason-shared_events = { $count ->
    [one] ambos estuvieron en el mismo evento
   *[other] ambos estuvieron en { $count } eventos
 }
introduction-layer-partnerships = alianzas
introduction-layer-participations = eventos compartidos

# qué aportaría
introduction-effect-coverage = sectores unidos: +{ $points } puntos
introduction-effect-fragmentation = pares que no pueden alcanzarse: −{ $points } puntos
introduction-effect-reach = miembros a dos pasos: +{ $points } puntos
introduction-one_in = { $count } de cada { $of }

# cómo se ordenan los pares
ranker-random = al azar
ranker-preferential_attachment = número de socios de ambos (conexión preferente)
ranker-common_partners = socios en común
ranker-adamic_adar = socios en común, más los que tienen pocos (Adamic-Adar)
ranker-resource_allocation = socios en común, cada uno dividido por sus socios (asignación de recursos)
ranker-weighted_common_partners = socios en común según la fuerza de los vínculos
ranker-weighted_resource_allocation = asignación de recursos según la fuerza de los vínculos
ranker-local_path = caminos de dos y tres pasos (camino local)
ranker-katz = caminos de cualquier largo (Katz)
ranker-learned = aprendido de pares anteriores

# la sección
introductions-title = A quién presentar con quién
introductions-lead = { $count ->
    [one] Una presentación llenaría un vacío y es poco probable que ocurra por sí sola; al lado figura quién conoce a ambos.
   *[other] { $count } presentaciones llenarían un vacío y es poco probable que ocurran por sí solas; al lado de cada una figura quién conoce a ambos.
 }
introductions-lead-none = No se encontró ningún par de miembros que llene un vacío con nombre, que nunca haya trabajado junto y que tenga a alguien que conozca a ambos.
introductions-needed = Necesarias y poco probables por sí solas
introductions-column-whom = Presentar a
introductions-column-to = Con
introductions-column-by = Quién conoce a ambos
introductions-column-why = Por qué
introductions-column-brings = Qué aportaría
introductions-column-one = Uno
introductions-column-other = El otro
introductions-points = Los puntos son puntos porcentuales. Sectores unidos: pares de sectores entre los que algún miembro trabaja con otro. A dos pasos: aliados y aliados de los aliados.
introductions-notice = § Un funcionario se reuniría con un privado: { $notice }
introductions-notice-none = § Un funcionario se reuniría con un privado. No se ha declarado ningún aviso para tales reuniones ("notice" en [introductions] de hub.toml); donde exista un registro de lobby, corresponde usarlo.
introductions-likely = Probables de todos modos: no hacer nada
introductions-likely-text = Estos pares están tan cerca que es probable que se encuentren sin ayuda. De los { $pairs } pares ubicados así { $window }, { $share } trabajaron juntos después sin ayuda, según los registros (tan pocos pares podrían corresponder igualmente a entre { $low } y { $high }); de todos los pares que nunca lo habían hecho, { $all }.
introductions-beyond-text = De los pares ubicados como los de la primera lista { $window }, { $share } trabajaron juntos después sin ayuda: necesitan que alguien los presente.
introductions-beaten = Se eligen solo por los vacíos que llenarían. En los registros anteriores, el orden aprendido no encontró más que contar socios en común, por lo que de ningún par se dice que sea probable que se encuentre de todos modos.
introductions-untested = Se eligen solo por los vacíos que llenarían: no se puede decir cómo le fue antes a un orden así. { $lacking }
introductions-rankers = Cómo les fue antes a estos órdenes
introductions-rankers-note = Los pares se ordenaron según los vínculos de trabajo { $ranked } y se buscaron { $came }: de { $candidates } pares de miembros que nunca habían trabajado juntos, { $new } lo hicieron. El orden aprendido combina los demás; se ajustó a lo que vino después del período { $learned }, nunca al tiempo en que se prueba. AUC: cuántas veces un par que se cumplió está por encima de uno que no (0,5 por azar). Precisión media: cuán adelante están los pares que se cumplieron (1 si están todos al frente). De los primeros 20, de los primeros 100: cuántos de ellos se cumplieron. Los pares empatados se cuentan juntos; una fila sin cifras habría tardado demasiado. Sin ayuda: los registros no dicen quién presentó a quién.
introductions-column-ranker = Ordenado por
introductions-column-auc = AUC
introductions-column-precision = Precisión media
introductions-column-first_20 = De los primeros 20
introductions-column-first_100 = De los primeros 100
introductions-never = Nunca se propone: un jurado con un competidor del mismo evento, un comprador con un oferente mientras la convocatoria está abierta, los pares anotados en "avoid" de hub.toml, ni el propio hub.
introductions-never-count = { $count ->
    [one] Un par que habría figurado nunca se propone
   *[other] { $count } pares que se habrían considerado nunca se proponen
 }: un jurado con un competidor del mismo evento, un comprador con un oferente mientras la convocatoria está abierta, o pares anotados en "avoid" de hub.toml.
introductions-followed = No se revisaron los pares cuyos únicos socios en común tienen más de { $partners } socios: son demasiados.
introductions-unknown = En "avoid" de hub.toml hay ids que ningún actor tiene: { $ids }.

# el gráfico
chart-introductions-title = { $count ->
    [one] Una presentación que llena un vacío, y quién puede hacerla
   *[other] { $count } presentaciones que llenan un vacío, y quién puede hacerlas
 }
chart-introductions-subtitle = Miembros que nunca trabajaron juntos · sobre la línea: quién conoce a ambos · { $window }
chart-introductions-description = { $count ->
    [one] Un par de miembros unido por una línea de trazos con el nombre de quien conoce a ambos y, debajo, el motivo.
   *[other] { $count } pares de miembros, cada uno unido por una línea de trazos con el nombre de quien conoce a ambos y, debajo, el motivo.
 }
chart-introductions-note = Primero los que llenan más vacíos, después los que acercan más miembros a dos pasos; a lo sumo dos pares con el mismo miembro.
chart-column-member_a = un miembro
chart-column-member_b = el otro
chart-column-introducer = quién conoce a ambos
chart-column-why = por qué deberían conocerse

# las tablas
table-introductions-list = likely_anyway (probable de todos modos: no hacer nada) o needed (llena un vacío y es poco probable por sí sola)
table-introductions-id_a = un miembro
table-introductions-name_a = su nombre
table-introductions-id_b = el otro
table-introductions-name_b = su nombre
table-introductions-introducer_id = quién podría presentarlos: trabaja con ambos y el más débil de los dos vínculos es el más fuerte que hay; donde nadie lo hace, quien conoció a uno en un evento y trabaja con el otro
table-introductions-introducer = su nombre
table-introductions-reasons = motivos: empty_cell, sector_gap, without_ties, separate_parts, offer_meets_need (vacíos), common_partners, shared_events
table-introductions-why = los motivos en palabras
table-introductions-coverage_effect = cuánto subiría la proporción de miembros y otros sectores de la plantilla que están vinculados
table-introductions-fragmentation_effect = cuánto bajaría la proporción de pares que no pueden alcanzarse
table-introductions-reach_effect = cuánto subiría la proporción de miembros a dos pasos entre sí
table-introductions-rank = lugar en el orden aprendido de los pares a dos pasos; vacío donde no lo hay
table-introductions-ranked_alike = proporción de los pares ubicados igual en la ventana anterior que trabajaron juntos después; vacío donde el orden no merece confianza
table-introductions-notice = si un funcionario se reuniría con un privado, de modo que el aviso declarado va con ella
table-introductions-records = ids de los registros en que se apoya
table-introduction_rankers-ranker = cómo se ordenaron los pares
table-introduction_rankers-candidates = pares de miembros que nunca habían trabajado juntos
table-introduction_rankers-new_ties = cuántos de ellos lo hicieron en la ventana siguiente
table-introduction_rankers-auc = probabilidad de que un par que se cumplió esté por encima de uno que no; vacía donde el orden habría tardado demasiado
table-introduction_rankers-average_precision = precisión media en los pares que se cumplieron; los empatados entran a la vez
table-introduction_rankers-first_10 = proporción de los primeros 10 que se cumplió; los empatados en el límite cuentan por su parte
table-introduction_rankers-first_20 = lo mismo de los primeros 20
table-introduction_rankers-first_50 = lo mismo de los primeros 50
table-introduction_rankers-first_100 = lo mismo de los primeros 100
table-introduction_rankers-first_1000 = lo mismo de los primeros 1.000
table-introduction_rankers-first_10000 = lo mismo de los primeros 10.000

# qué registro falta
lacking-few-new_ties = Muy pocos pares de miembros empezaron a trabajar juntos de un período al siguiente: { $found } de los { $needed } necesarios.
lacking-span-introductions = Los registros no cubren dos períodos más de esta duración: esta respuesta llegará con el tiempo.
lacking-span-introductions_size = El hub tiene demasiados vínculos de trabajo para volver a recorrer su pasado.
lacking-span-introductions_fit = No se pudo aprender ningún orden de lo que pasó con pares anteriores.

# la página privada
people-introducers-title = A quién pedir una presentación
people-introducers-text = De cada organización que podría presentar a otras dos, la persona que estuvo en más eventos con ellas. Pregunte; no lo dé por hecho.
people-introducers-line = { $a } y { $b }: { $person } ({ $introducer })
