# gráficos: títulos, subtítulos, notas y textos alternativos
chart-source = Fuente: registros de { $hub }
chart-window = { $from } al { $to }
chart-percent = { $number } %
chart-window-undated = registros sin fecha
chart-rolling = Doce meses móviles, según su último día
chart-layer-partnerships = Alianzas
chart-layer-participations = Eventos compartidos
chart-layer-combined = Alianzas y eventos compartidos
chart-layer-working = Vínculos de trabajo
chart-note-partial = Achurado: períodos que los registros cubren solo en parte; no se comparan.
chart-note-interval = Banda: intervalo del 95 %.

# indicadores en el tiempo
chart-indicator-title = { $indicator }: { $value } en el año hasta el { $day }
chart-indicator-title-before = { $indicator }: { $value } en el año hasta el { $day }; { $before } en el año anterior
chart-indicator-description = Gráfico de línea de { $indicator }, { $windows ->
    [one] un período
   *[other] { $windows } períodos
} de doce meses, del { $from } al { $to }; entre { $low } y { $high }.

# columnas de las tablas que acompañan a los gráficos
chart-column-window = el período
chart-column-value = el valor
chart-column-low = extremo inferior del intervalo
chart-column-high = extremo superior del intervalo
chart-column-numerator = lo que se contó
chart-column-denominator = sobre qué total
chart-column-partial = si los registros cubren el período solo en parte
chart-column-undefined = por qué no hay valor
chart-column-rank = lugar en el orden, 1 primero
chart-column-name = quién
chart-column-sector = el sector
chart-column-other_sector = el otro sector, o el mismo
chart-column-observed = vínculos observados
chart-column-expected = vínculos esperados
chart-column-p = p de dos colas
chart-column-q = p tras el control de falsas alarmas
chart-column-verdict = lo que dice la prueba
chart-column-rank_low = mejor posición
chart-column-rank_high = peor posición
chart-column-ties = vínculos

# orden por una medida
chart-ranking-title-between = { $first } { $tied ->
    [0] es quien más veces está entre los demás
    [one] y otro actor son quienes más veces están entre los demás
   *[other] y otros { $tied } actores son quienes más veces están entre los demás
}
chart-ranking-title = { $first } { $tied ->
    [0] ocupa el primer lugar
    [one] y otro actor ocupan el primer lugar
   *[other] y otros { $tied } actores ocupan el primer lugar
} según { $unit }
chart-ranking-description = Gráfico de barras con los primeros { $count } según { $unit }, de mayor a menor; los valores están en la tabla.
chart-ranking-rank = posición { $low }
chart-ranking-range = posición { $low } a { $high }
chart-ranking-note = Rango de posiciones: el 90 % central de { $draws } redes a las que les falta, al azar, el { $share } de los vínculos.
chart-ranking-untested = No se puso a prueba cuánto se puede confiar en estas posiciones: la red es demasiado grande para recorrer todos los caminos muchas veces. Según contrapartes y fuerza, sí: tables/stability.csv.
chart-ranking-inexact-paths = No es exacto: se estima a partir de { $samples } caminos más cortos al azar; con una probabilidad del { $confidence }, ningún valor se desvía más de { $points } % del total de pares.
chart-ranking-inexact-sources = No es exacto: se estima desde { $samples } puntos de partida; con una probabilidad del { $confidence }, la distancia media y la cercanía media de cada uno están a lo más a ±{ $epsilon } de su rango.
chart-ranking-untested-few = No se puso a prueba cuánto se puede confiar en estas posiciones: hay demasiado pocos vínculos para perder una décima parte.

# sector por sector
chart-matrix-title-gap = { $a } y { $b } se vinculan menos de lo que daría el azar: { $observed } de { $expected } vínculos esperados{ $more ->
    [0] {""}
    [one] {" "}(y un par más)
   *[other] {" "}(y { $more } pares más)
}
chart-matrix-title-own = { $a }: menos vínculos dentro del sector de los que daría el azar, { $observed } de { $expected } esperados{ $more ->
    [0] {""}
    [one] {" "}(y un par más)
   *[other] {" "}(y { $more } pares más)
}
chart-matrix-title-none = Ningún par de sectores se vincula claramente menos de lo esperado
chart-matrix-title-few = Hay muy pocos vínculos para saber qué sectores se vinculan menos de lo esperado
chart-matrix-subtitle = Alianzas · { $window } · { $ties } vínculos entre organizaciones, observados y esperados
chart-matrix-note = Esperado: lo que daría el azar según el número de vínculos de cada sector. Las celdas marcadas se apartan más allá de una tasa de falsas alarmas del { $rate }.
chart-matrix-without-sector = { $ties ->
    [one] Queda fuera un vínculo
   *[other] Quedan fuera { $ties } vínculos
} porque una de las partes no tiene sector.
chart-matrix-description = Matriz de { $sectors } sectores: { $gaps } pares con menos vínculos que los esperados, { $surpluses } con más, { $few } con muy pocos para saberlo.
chart-matrix-expected = de { $expected } esperados
chart-matrix-of = de { $expected }
chart-matrix-few = muy pocos
chart-matrix-key-gap = menos vínculos que los esperados
chart-matrix-key-surplus = más vínculos que los esperados
chart-matrix-key-expected = no se distingue del azar
chart-matrix-key-few = muy pocos para saberlo

# el mapa
chart-map-title = { $nodes } actores y { $ties } vínculos
chart-map-title-first = { $first } tiene vínculos con { $most } de los otros { $others } actores{ $alone ->
    [0] {""}
    [one] ; uno no tiene vínculos
   *[other] ; { $alone } no tienen vínculos
}
chart-map-unit = tamaño: número de vínculos
chart-map-most-connected = los { $drawn } más conectados de { $nodes } actores
chart-map-strongest = los { $drawn } más fuertes de { $ties } vínculos
chart-map-description = Mapa de la red con { $nodes } actores y { $ties } vínculos, por sector; la tabla los ordena por número de vínculos.
chart-map-note = Cerca significa vinculados, directamente o a través de otros; las direcciones y distancias no tienen otro significado. Se nombran las organizaciones con más vínculos.

# entradas y salidas
chart-entries-title = { $entries ->
    [0] Nadie se sumó
    [one] Se sumó un miembro
   *[other] Se sumaron { $entries } miembros
} y { $exits ->
    [0] nadie se fue
    [one] se fue uno
   *[other] se fueron { $exits }
} en { $year }
chart-entries-title-none = Miembros que se sumaron y que se fueron, por año
chart-entries-subtitle = Miembros por año calendario: se sumaron (arriba) y se fueron (abajo) respecto del año anterior
chart-entries-description = Gráfico de barras con los miembros que se sumaron y se fueron en cada uno de { $years } años, con los miembros y el saldo debajo.
chart-entries-members = Miembros
chart-entries-balance = Saldo
chart-column-year = año calendario
chart-column-entries = miembros que no lo eran el año anterior
chart-column-exits = miembros del año anterior que ya no lo son
chart-column-balance = entradas menos salidas
chart-column-members = miembros

# acuerdos
chart-calendar-title = { $ending } de { $live } acuerdos vigentes { $ending ->
    [one] termina
   *[other] terminan
} dentro de un año; el primero, el { $first }
chart-calendar-title-notice = { $agreements ->
    [one] Un acuerdo requiere aviso
   *[other] { $agreements } acuerdos requieren aviso
} dentro de un año
chart-calendar-subtitle = Acuerdos que terminan o requieren aviso, del { $from } al { $to }
chart-calendar-description = Línea de tiempo de { $agreements ->
    [one] un acuerdo
   *[other] { $agreements } acuerdos
}, cada uno hasta su término, con el último día de aviso donde está registrado; las fechas están en la tabla.
chart-calendar-more = { $more } más en la tabla.
chart-calendar-key-end = termina
chart-calendar-key-assumed = término supuesto: no está registrado
chart-calendar-key-renewed = ya renovado
chart-calendar-key-notice = último día para dar aviso (gris: ya pasó)
chart-day-short = { $day } { $month } { $year }
chart-month-1 = ene
chart-month-2 = feb
chart-month-3 = mar
chart-month-4 = abr
chart-month-5 = may
chart-month-6 = jun
chart-month-7 = jul
chart-month-8 = ago
chart-month-9 = sep
chart-month-10 = oct
chart-month-11 = nov
chart-month-12 = dic
chart-column-agreement = el acuerdo
chart-column-one_side = una parte
chart-column-other_side = la otra parte
chart-column-start = primer día
chart-column-end = último día
chart-column-end_assumed = si el último día es supuesto porque no está registrado
chart-column-notice_by = último día para dar o pedir aviso
chart-column-renewed = si un acuerdo posterior lo renueva
chart-column-day = el día

# adopción
chart-group-neither = ninguno
chart-group-top_down = desde arriba
chart-group-bottom_up = desde abajo
chart-group-both = ambos
chart-group-unknown = sin registro
chart-curve-title = { $total ->
    [one] Una adopción
   *[other] { $total } adopciones
} hasta el { $day }, { $both } de ellas desde arriba y desde abajo
chart-curve-title-unknown = { $total ->
    [one] Una adopción
   *[other] { $total } adopciones
} hasta el { $day }; no está registrado de dónde vinieron
chart-curve-subtitle = Adopciones hasta el fin de cada trimestre, por origen registrado
chart-curve-description = Gráfico de áreas apiladas de las adopciones por origen registrado, del { $from } al { $to }; { $total } al final.
chart-column-total = adopciones hasta ese día
chart-column-neither = ni desde arriba ni desde abajo
chart-column-top_down = solo desde arriba
chart-column-bottom_up = solo desde abajo
chart-column-both = desde arriba y desde abajo
chart-column-unknown = origen sin registro

# persistencia
chart-persistence-title-adoptions = Cuánto duran las adopciones, según de dónde vinieron
chart-persistence-title-adoptions-few = Cuánto duran las adopciones, según de dónde vinieron: no todos los grupos alcanzan para comparar
chart-persistence-title-partnerships = Cuánto duran los acuerdos, según de dónde vinieron
chart-persistence-title-partnerships-few = Cuánto duran los acuerdos, según de dónde vinieron: no todos los grupos alcanzan para comparar
chart-persistence-subtitle = Proporción que sigue viva según el tiempo desde el inicio (Kaplan-Meier), por origen registrado
chart-persistence-note = Banda: intervalo del 95 %. Líneas finas: grupos de menos de 20, sin banda. Números de abajo: cuántos seguían en observación cuando terminó el siguiente; un guion donde ninguno terminó después.
chart-persistence-unknown = { $unknown ->
    [one] Queda fuera un caso
   *[other] Quedan fuera { $unknown } casos
} porque no hay origen registrado.
chart-persistence-description = Curvas de supervivencia de { $groups ->
    [one] un grupo
   *[other] { $groups } grupos
}: { $started } comenzaron, { $ended } terminaron.
chart-persistence-label = { $group } ({ $started })
chart-persistence-followed = Aún en observación
chart-years = años
chart-months = meses
chart-column-group = de dónde vino
chart-column-time = días desde el inicio
chart-column-survival = proporción que sigue viva después
chart-column-at_risk = en observación justo antes
chart-column-ended = terminaron entonces

# componentes del método
chart-coverage-title = { $sector }: nadie participó en { $component }{ $more ->
    [0] {""}
    [one] {" "}(y una celda vacía más)
   *[other] {" "}(y { $more } celdas vacías más)
}
chart-coverage-title-all = Todos los sectores participaron en todos los componentes realizados
chart-coverage-subtitle = Actores que participaron, por sector y componente, en todo el estudio
chart-coverage-description = Puntos para { $sectors } sectores y { $components } componentes del método, según cuántos participaron; { $empty ->
    [one] un par
   *[other] { $empty } pares
} sin nadie.
chart-coverage-not-held = Aún no realizados: { $components }.
chart-column-component = el componente
chart-column-participants = actores del sector que participaron
chart-column-events = eventos del componente
