# gráficos: títulos, subtítulos, notas y textos alternativos
chart-source = Fuente: registros de { $hub }
chart-window = { $from } al { $to }
chart-window-undated = registros sin fecha
chart-rolling = doce meses móviles, según su último día
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
