# gráficos: títulos, subtítulos, notas y textos alternativos
chart-source = Fuente: registros de { $hub }
chart-window = { $from } al { $to }
chart-window-undated = registros sin fecha
chart-rolling = Doce meses móviles, según su último día
chart-layer-partnerships = Convenios y alianzas
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
chart-column-ties = vínculos

# orden por una medida
chart-ranking-title-betweenness = { $first } es quien más veces está entre los demás
chart-ranking-title-degree = { $first } es quien tiene más vínculos
chart-ranking-title-strength = { $first } es quien suma los vínculos más fuertes
chart-ranking-title-harmonic = { $first } es quien está más cerca de todos los demás
chart-ranking-unit-betweenness = intermediación
chart-ranking-unit-degree = vínculos
chart-ranking-unit-strength = suma de la fuerza de los vínculos
chart-ranking-unit-harmonic = cercanía armónica
chart-ranking-description = Gráfico de barras con los primeros { $count } según { $unit }, de mayor a menor; los valores están en la tabla.
chart-note-whisker = Bigote: intervalo al dejar fuera un evento a la vez.

# sector por sector
chart-matrix-title-gap = { $a } y { $b } se vinculan menos de lo esperado: { $observed } vínculos de { $expected }{ $more ->
    [0] {""}
    [one] {" "}(y un par más)
   *[other] {" "}(y { $more } pares más)
}
chart-matrix-title-own = { $a }: menos vínculos dentro del sector que los esperados, { $observed } de { $expected }{ $more ->
    [0] {""}
    [one] {" "}(y un par más)
   *[other] {" "}(y { $more } pares más)
}
chart-matrix-title-none = Ningún par de sectores se vincula claramente menos de lo esperado
chart-matrix-title-few = Hay muy pocos vínculos para saber qué sectores se vinculan menos de lo esperado
chart-matrix-subtitle = Convenios y alianzas · { $window } · { $ties } vínculos entre organizaciones, observados y esperados
chart-matrix-note = Esperado: lo que daría el azar según el número de vínculos de cada sector. Las celdas marcadas se apartan más allá de una tasa de falsas alarmas del { $rate }.
chart-matrix-without-sector = { $ties ->
    [one] Queda fuera un vínculo
   *[other] Quedan fuera { $ties } vínculos
} porque una de las partes no tiene sector.
chart-matrix-description = Matriz de { $sectors } sectores: { $gaps } pares con menos vínculos que los esperados, { $surpluses } con más, { $few } con muy pocos para saberlo.
chart-matrix-expected = de { $expected } esperados
chart-matrix-few = muy pocos
chart-matrix-key-gap = menos vínculos que los esperados
chart-matrix-key-surplus = más vínculos que los esperados
chart-matrix-key-expected = no se distingue del azar
chart-matrix-key-few = muy pocos para saberlo

# el mapa
chart-map-title = { $nodes } actores y { $ties } vínculos
chart-map-title-first = { $first } tiene vínculos con { $most } de los { $nodes } actores{ $alone ->
    [0] {""}
    [one] ; uno no tiene vínculos
   *[other] ; { $alone } no tienen vínculos
}
chart-map-unit = tamaño: número de vínculos
chart-map-strongest = los { $drawn } más fuertes de { $ties } vínculos
chart-map-description = Mapa de la red con { $nodes } actores y { $ties } vínculos, por sector; la tabla los ordena por número de vínculos.
chart-map-note = Cerca significa vinculados, directamente o a través de otros; las direcciones y distancias no tienen otro significado. Se nombran las organizaciones con más vínculos.
