# por qué cada acuerdo recibe su decisión
plan-why-active = último registro conjunto el { $day }
plan-why-quiet = sin registro conjunto desde el { $day }
plan-why-not-recorded = no consta si las dos partes siguen trabajando juntas
plan-why-others = { $others ->
    [0] ningún otro acuerdo con el mismo fin ({ $purpose }) dura más
    [one] otro acuerdo con el mismo fin ({ $purpose }) dura más
   *[other] otros { $others } acuerdos con el mismo fin ({ $purpose }) duran más
}
plan-why-no-purpose = no consta para qué es
plan-why-stranded = { $stranded ->
    [one] { $name } quedaría sin conexión con los demás
   *[other] { $stranded } miembros quedarían sin conexión con los demás, { $name } en primer lugar
}
plan-why-nobody = nadie quedaría sin conexión
plan-why-notice-passed = su plazo de aviso ya pasó
plan-why-renewed = Un acuerdo posterior ya lo renueva

# qué hacer
plan-act-renew = renovar
plan-act-broaden = ampliar
plan-act-hand_over = traspasar
plan-act-let_lapse = dejar vencer
plan-act-runs_on = sigue vigente
plan-act-introduce = presentar

# metas
plan-goal-coverage = cobertura
plan-goal-fragmentation = fragmentación
plan-goal-reach = alcance
plan-figure-coverage = roles con vínculo
plan-figure-fragmentation = pares que no pueden alcanzarse
plan-figure-reach = miembros alcanzados en dos pasos
plan-figure-density = densidad
plan-figure-mean_degree = vínculos de un miembro

# caminos
plan-way-nothing_renewed = si no se renueva nada
plan-way-unknown_ends_open = si no se renueva nada y lo que no tiene término registrado sigue
plan-way-own_rate = con la tasa de renovación del propio hub
plan-way-own_rate_low = con el extremo inferior de esa tasa
plan-way-own_rate_high = con el extremo superior de esa tasa
plan-way-plan = con el plan

# lo que falta
lacking-few-due = Hay muy pocos acuerdos con término registrado que hayan vencido, de modo que el hub aún no tiene una tasa de renovación propia: { $found } de los { $needed } necesarios. Registre cómo terminaron los acuerdos.
lacking-span-plan_money = El dinero de los acuerdos no se muestra: menos del 80 % de los que pagan tiene monto y término. Complete las columnas "amount" y "end" de la tabla "partnerships".
lacking-span-plan_currencies = El dinero de los acuerdos no se muestra: está en varias monedas, y estas nunca se suman.

# la orden
plan-note-hours = Se planifican { $spent } de { $hours } horas, para { $acts ->
    [one] una tarea
   *[other] { $acts } tareas
}.
plan-note-all = Hacerlo todo toma { $spent } horas. Indique --hours para planificar con las que hay.
plan-note-rates = Horas: renovar { $renew }, ampliar { $broaden }, traspasar { $hand_over }, presentar { $introduce } ([plan] en hub.toml).
plan-note-first = { $first } horas van primero a acuerdos que nada reemplaza, tengan el efecto que tengan. Lo que sigue trata de la mejor elección para las otras { $rest }.
plan-note-before-after = { $figure }: { $before } hoy, { $after } cuando estos pares trabajen juntos.
plan-note-considered = Se eligió entre { $pairs ->
    [one] un par propuesto
   *[other] { $pairs } pares propuestos
}.
plan-note-exhaustive = Se probaron todas las combinaciones ({ $tried }): para { $goal } nada dentro del presupuesto es mejor.
plan-note-reached = Para { $goal } nada dentro del presupuesto es mejor: la elección llega a lo que ninguna puede superar.
plan-note-bounded = Para { $goal } la elección tiene al menos el { $share } del efecto de la mejor dentro del presupuesto.
plan-note-no-effect = Para { $goal } nada de lo que se podía elegir dentro del presupuesto tiene efecto.
plan-note-bounded-none = Para { $goal } no se encontró nada con efecto; ninguna elección dentro del presupuesto gana más de { $bound }.
plan-note-no-pairs = No se encontró a quién presentar en este hub.
plan-note-target = { $record }: { $figure } es { $now } hoy, { $without } el { $horizon } si no se hace nada y { $with } con el plan; la meta es { $target }.

# tablas
table-plan-order = el lugar entre aquello a lo que se dedican las horas; vacío donde no alcanzan
table-plan-act = qué hacer: renew (renovar), broaden (ampliar), hand_over (traspasar), let_lapse (dejar vencer), runs_on (no hay que decidir), introduce (presentar)
table-plan-record = el acuerdo; vacío en las presentaciones
table-plan-source_id = una parte
table-plan-source = su nombre
table-plan-target_id = la otra parte
table-plan-target = su nombre
table-plan-kind = tipo de acuerdo
table-plan-function = para qué es
table-plan-start = primer día
table-plan-ends = último día; vacío si es abierto o no tiene fechas
table-plan-end_assumed = si el último día se supone porque no hay uno registrado
table-plan-renewed_by = el acuerdo que ya lo renueva
table-plan-lasts_to = último día con las renovaciones ya firmadas
table-plan-ends_in = último día del trimestre en que ya terminó; vacío más allá del horizonte
table-plan-notice_by = último día para dar o pedir aviso
table-plan-decide_by = el día hasta el cual decidir
table-plan-why = por qué
table-plan-stranded = miembros que quedarían sin conexión
table-plan-others = otros acuerdos para lo mismo que duran más
table-plan-hours = horas que toma
table-plan-coverage = efecto en la proporción de roles con vínculo, después de lo que está antes
table-plan-fragmentation = efecto en la proporción de pares que no pueden alcanzarse
table-plan-reach = efecto en la proporción de miembros alcanzados en dos pasos
table-runoff-way = nothing_renewed (no se renueva nada); unknown_ends_open (lo mismo, y los acuerdos sin término registrado siguen); own_rate, own_rate_low, own_rate_high (números esperados con la tasa de renovación del hub y los extremos de su intervalo); plan (con el plan)
table-runoff-day = el último día del estudio y el último de cada trimestre posterior
table-runoff-agreements = acuerdos vigentes después de ese día
table-runoff-ties = pares con un acuerdo vigente
table-runoff-members = organizaciones con un acuerdo vigente
table-runoff-sectors = sectores con un acuerdo vigente
table-runoff-money = dinero al año asociado
table-runoff-currency = su moneda
unit-hours = horas
unit-sectors = sectores

# el gráfico
chart-run-off-title = { $left ->
    [0] Si no se renueva nada, no queda ningún acuerdo el { $day }
    [one] Si no se renueva nada, queda uno de { $live } acuerdos el { $day }
   *[other] Si no se renueva nada, quedan { $left } de { $live } acuerdos el { $day }
}
chart-run-off-subtitle = Acuerdos vigentes por trimestre: aritmética a partir de sus términos, no un pronóstico
chart-run-off-description = Tres líneas con los acuerdos vigentes del { $from } al { $to }: { $left } de { $live } si no se renueva nada, los esperados con la tasa de renovación del hub donde se conoce, y con el plan. Abajo, los acuerdos que vencen en cada trimestre.
chart-run-off-nothing = sin renovar nada
chart-run-off-open = si siguen los sin término
chart-run-off-own = renovando como hasta ahora
chart-run-off-plan = con el plan
chart-run-off-ending = Vencen en el trimestre
chart-run-off-rate = Renovando como hasta ahora: se renovaron { $renewed } de { $due } acuerdos vencidos del { $from } al { $to } ({ $rate }; banda: { $low } a { $high }); cada uno por tanto tiempo como duró antes.
chart-run-off-assumed = { $assumed ->
    [one] Un término se supone porque no hay fecha registrada (rayado).
   *[other] { $assumed } términos se suponen porque no hay fecha registrada (rayado).
}
chart-column-way = qué pasa con los acuerdos que vencen
chart-column-agreements = acuerdos vigentes después del día

# la sección
report-plan-verdicts = De { $live } acuerdos vigentes, { $due ->
    [0] ninguno requiere una decisión
    [one] uno requiere una decisión
   *[other] { $due } requieren una decisión
} hasta el { $horizon }: { $list }.
report-plan-verdict-renew = renovar { $count }
report-plan-verdict-broaden = ampliar { $count }
report-plan-verdict-hand_over = traspasar { $count }
report-plan-verdict-let_lapse = dejar vencer { $count }
report-plan-rule = Renovar: las partes siguen trabajando juntas y otros acuerdos cumplen el mismo fin por más tiempo. Ampliar: las partes siguen trabajando juntas, pero ningún otro acuerdo cumple ese fin por más tiempo o alguien quedaría sin conexión; conviene sumar a otra parte. Traspasar: hace falta por las mismas razones, pero no hay registro conjunto desde hace dos años; que otro lo asuma. Dejar vencer: no hay registro conjunto desde hace dos años, otros acuerdos cumplen el mismo fin y nadie quedaría sin conexión.
report-plan-hours-all = Hacerlo todo toma unas { $hours } horas (renovar { $renew }, ampliar { $broaden }, traspasar { $hand_over } horas cada vez; se cambian en [plan] de hub.toml).
report-plan-hours = Las { $hours } horas declaradas se dedican a { $acts ->
    [one] una tarea
   *[other] { $acts } tareas
}, primero a lo que nada reemplaza; lo demás está en tables/plan.csv.
report-plan-left = El { $horizon }, si no se renueva nada, quedan { $agreements } de { $agreements_now } acuerdos, { $ties } de { $ties_now } vínculos, { $members } de { $members_now } organizaciones y { $sectors } de { $sectors_now } sectores.
report-plan-open = { $assumed ->
    [one] Uno de estos términos se supone
   *[other] { $assumed } de estos términos se suponen
}, porque no hay fecha registrada; si fueran abiertos, quedarían { $left } acuerdos.
report-plan-left-money = De { $now } { $currency } al año asociados a los acuerdos, quedan { $left }.
report-plan-own = Si se renueva tanto como hasta ahora ({ $renewed } de { $due } que vencieron), quedarían unos { $left } acuerdos, entre { $low } y { $high }.
report-plan-with = Si se cumple el plan, quedan { $left }.
report-plan-table = Qué hacer con cada acuerdo, por día para decidir
report-plan-column-what = Qué hacer
report-plan-column-between = Entre
report-plan-column-by = Decidir hasta
report-plan-column-ends = Vence
report-plan-column-why = Por qué
report-plan-column-hours = Horas
report-plan-introduced = Presentaciones en el plan
report-plan-pair = { $one } con { $other }
report-plan-targets = Adónde lleva el plan los objetivos que dependen de los vínculos
report-plan-column-figure = Cifra
report-plan-column-now = Hoy
report-plan-column-without = Si no se hace nada
report-plan-column-with = Con el plan
report-plan-column-target = Meta
report-plan-column-due = Plazo
report-commitments-counts = De { $all ->
    [one] un compromiso
   *[other] { $all } compromisos
}, { $done ->
    [0] ninguno está cumplido
    [one] uno está cumplido
   *[other] { $done } están cumplidos
} y { $overdue ->
    [0] ninguno está vencido
    [one] uno está vencido
   *[other] { $overdue } están vencidos
} al { $day }.
chart-column-ending_recorded = acuerdos que vencen en el trimestre, con término registrado
chart-column-ending_assumed = acuerdos que vencen en el trimestre, con término supuesto
