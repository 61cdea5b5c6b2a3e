# qué hacer y qué pasó con lo propuesto

# cuánto trabajo
effort-hour = cerca de una hora
effort-day = cerca de un día
effort-week = cerca de una semana

# acciones: qué hacer, con quién, por qué
action-who-coordination = la coordinación del hub

action-decide_agreement = Decida con ambas partes si se renueva el acuerdo de { $source } con { $target }
action-decide_agreement-assumed = Pregunte a { $source } si el acuerdo con { $target } sigue vigente y anote cuándo termina
action-decide_agreement-with = { $source }, { $target }
action-decide_agreement-why = Termina el { $ends } y ningún acuerdo posterior le da continuidad.
action-decide_agreement-why-notice = Hay que dar aviso a más tardar el { $by }: termina el { $ends } y ningún acuerdo posterior le da continuidad.
action-decide_agreement-why-assumed = No hay fecha de término registrada; según el plazo supuesto, terminaría el { $ends }.

action-second_link = Presente a { $example } con un segundo aliado, además de { $cut_point }
action-second_link-with = { $example }, { $cut_point }
action-second_link-why = { $stranded ->
    [one] Un miembro llega al resto por vínculos de trabajo solo a través de { $cut_point }.
   *[other] { $stranded } miembros llegan al resto por vínculos de trabajo solo a través de { $cut_point }.
 }

action-invite_role = Invite a sumarse a una organización que cumpla este rol: { $role }
action-invite_role-with = { $role }
action-invite_role-why = Ningún miembro cumple este rol y la plantilla del hub lo pide.

action-introduce = Pida a { $introducer } que presente a { $a } con { $b }
action-introduce-with = { $introducer }, { $a }, { $b }
action-introduce-notice = Un funcionario se reuniría con un privado: { $notice }
action-introduce-notice-none = Un funcionario se reuniría con un privado: donde exista un registro de lobby, hay que anotar ahí la reunión.

action-join_sectors = Reúna a miembros del sector «{ $a }» con miembros del sector «{ $b }» en un evento pequeño sobre un tema común
action-join_sectors-within = Reúna entre sí a miembros del sector «{ $a }» en un evento pequeño sobre un tema común
action-join_sectors-with = { $a }, { $b }
action-join_sectors-why = { $observed ->
    [0] Ningún par entre ellos tiene una alianza, cuando por su actividad se esperarían cerca de { $expected }.
    [one] Un solo par entre ellos tiene una alianza, cuando por su actividad se esperarían cerca de { $expected }.
   *[other] { $observed } pares entre ellos tienen una alianza, cuando por su actividad se esperarían cerca de { $expected }.
 }

action-open_component = Invite a miembros del sector «{ $sector }» al próximo evento de este componente: { $component }
action-open_component-with = { $sector }
action-open_component-why = Nadie de ese sector ha participado todavía en este componente.

action-invite_isolated = Invite a un evento pequeño, de ocho participantes como máximo, a: { $members }
action-invite_isolated-with = { $members }
action-invite_isolated-why = { $count ->
    [one] No tiene alianzas ni ha compartido eventos pequeños con otros miembros.
   *[other] No tienen alianzas ni han compartido eventos pequeños con otros miembros.
 }
action-invite_isolated-why-among = Son { $count } de los { $total } miembros que no tienen alianzas ni han compartido eventos pequeños con otros.

action-call_fading = Llame a { $member } y pregunte qué cambió
action-call_fading-with = { $member }
action-call_fading-why = { $now ->
    [0] Ninguna participación ni alianza en los últimos doce meses; en años anteriores, cerca de { $usual } por año.
    [one] Una participación o alianza en los últimos doce meses; en años anteriores, cerca de { $usual } por año.
   *[other] { $now } participaciones y alianzas en los últimos doce meses; en años anteriores, cerca de { $usual } por año.
 }

action-term_ends = Acuerde con { $organization } quién seguirá a cargo de su trabajo con el hub después del { $ends }
action-term_ends-with = { $organization }
action-term_ends-why = { $resting ->
    [one] Uno de sus { $of } acuerdos y eventos descansa
   *[other] { $resting } de sus { $of } acuerdos y eventos descansan
 } solo en { $terms ->
    [one] una autoridad cuyo mandato termina dentro de doce meses.
   *[other] { $terms } autoridades cuyo mandato termina dentro de doce meses.
 }

action-ask_lapsed = Pregunte a { $member } si sigue participando y, si no, anote cuándo se retiró
action-ask_lapsed-with = { $member }
action-ask_lapsed-why = { $silent ->
    [one] Su último registro es del { $day }, hace un mes: más de lo que explican sus pausas anteriores.
   *[other] Su último registro es del { $day }, hace { $silent } meses: más de lo que explican sus pausas anteriores.
 }

action-second_provider-function = Busque un segundo miembro para esto: { $what }
action-second_provider-topic = Pida a un segundo miembro que organice el próximo evento sobre este tema: { $what }
action-second_provider-offer = Busque un segundo miembro que ofrezca esto: { $what }
action-second_provider-need = Busque a alguien que ofrezca esto: { $what }
action-second_provider-sector = Invite a una segunda organización de este sector: { $what }
action-second_provider-with = { $provider }
action-second_provider-why-function = Todas las alianzas para esto son con { $provider }; otros { $dependents } dependen de ese miembro.
action-second_provider-why-topic = { $provider } organizó todos los eventos sobre el tema; asistieron otros { $dependents }.
action-second_provider-why-offer = Solo { $provider } lo ofrece; { $dependents } miembros lo necesitan.
action-second_provider-why-need = { $dependents } miembros lo necesitan y ninguno lo ofrece.
action-second_provider-why-sector = { $provider } es el único miembro de todo el sector.

action-second_funder = Busque fondos de alguien más, además de { $payer }
action-second_funder-why = { $payer } aporta { $share } del dinero registrado para estos doce meses.

action-record_missing = Complete la columna "{ $column }" de la tabla "{ $table }"
action-record_missing-table = Agregue la tabla "{ $table }"
action-record_missing-why-stakeholders-sector = { $rows ->
    [one] Un actor no tiene sector, por lo que no se puede saber qué sectores se encuentran.
   *[other] { $rows } actores no tienen sector, por lo que no se puede saber qué sectores se encuentran.
 }
action-record_missing-why-partnerships-end = { $rows ->
    [one] Un acuerdo vigente no tiene fecha de término: el calendario debe suponerla.
   *[other] { $rows } acuerdos vigentes no tienen fecha de término: el calendario debe suponerla.
 }
action-record_missing-why-events-component = { $rows ->
    [one] Un evento no indica a qué componente del método pertenece, por lo que no se puede saber a quiénes llega el método.
   *[other] { $rows } eventos no indican a qué componente del método pertenecen, por lo que no se puede saber a quiénes llega el método.
 }
action-record_missing-why-leadership = Sin los actos de las autoridades no se puede saber si las adopciones vienen desde arriba, desde abajo o de ambas partes.

action-declare_operator = Anote en hub.toml quién opera el hub: "operator" en [hub]
action-declare_operator-why = Sin ese dato no se puede saber cuántos miembros seguirían conectados si el hub dejara de funcionar.

# una acción que alguien asumió
action-accepted-by = Aceptada: { $owner }
action-accepted = Aceptada
action-due = plazo: { $day }
action-overdue = atrasada desde el { $day }
action-first-proposed = propuesta desde el { $day }

# qué pasó con las acciones anteriores
action-followed-done-seen = Hecha, y los registros lo muestran.
action-followed-done-not_seen = Figura como hecha, pero los registros aún no lo muestran.
action-followed-done-cannot_tell = Figura como hecha; los registros no permiten saber si ocurrió.
action-followed-accepted-seen = Aceptada, y los registros muestran qué resultó (si con eso está hecha, anote "hecha" en su fila de actions.csv).

action-seen-renewed = Un acuerdo posterior le da continuidad.
action-seen-ends_now = El acuerdo ahora termina el { $day }.
action-seen-open_now = El acuerdo ahora no tiene fecha de término fija.
action-seen-confirmed = El acuerdo se confirmó el { $day }.
action-seen-ended = El acuerdo terminó el { $day } y ninguno posterior le da continuidad.
action-seen-worked = { $a } y { $b } comparten una alianza o un evento pequeño que comenzó el { $day }.
action-seen-holds_nobody = Ya ningún miembro depende solo de { $member }.
action-seen-filled = { $members ->
    [one] { $first } ya cumple este rol.
   *[other] Ya cumplen este rol { $members } miembros, entre ellos { $first }.
 }
action-seen-rests_on_nobody = En { $organization } ya nada descansa solo en una autoridad cuyo mandato termina.
action-seen-more_providers = Ya no depende de un solo miembro.
action-seen-offered = Alguien ya lo ofrece, o nadie más lo necesita.
action-seen-payer_share = Ahora esa fuente aporta { $share } del dinero.
action-seen-partnered = { $count ->
    [one] Desde entonces comenzó una alianza entre ellos.
   *[other] Desde entonces comenzaron { $count } alianzas entre ellos.
 }
action-seen-took_part = { $count ->
    [one] Desde entonces participó una organización de este sector.
   *[other] Desde entonces participaron { $count } organizaciones de este sector.
 }
action-seen-tied = { $tied ->
    [one] De { $of } invitados, uno comenzó desde entonces una alianza o compartió un evento pequeño con otros.
   *[other] De { $of } invitados, { $tied } comenzaron desde entonces una alianza o compartieron un evento pequeño con otros.
 }
action-seen-active = { $count ->
    [one] Desde entonces este miembro comenzó una participación o alianza.
   *[other] Desde entonces este miembro comenzó { $count } participaciones y alianzas.
 }
action-seen-left = Consta que el miembro se retiró el { $day }.
action-seen-recorded = El dato que faltaba ya está.

action-ask-decide_agreement = Anote el nuevo término del acuerdo, o el acuerdo que le da continuidad, en la tabla "partnerships".
action-ask-second_link = ¿Hubo una reunión o un acuerdo? Agréguelo a las tablas "participations" o "partnerships".
action-ask-introduce = ¿Se reunieron? Agregue el evento o el acuerdo a las tablas "participations" o "partnerships".
action-ask-join_sectors = ¿Surgió alguna alianza? Agréguela a la tabla "partnerships".
action-ask-open_component = ¿Asistió alguien? Agréguelo a la tabla "participations".
action-ask-invite_isolated = ¿Asistieron? Agréguelos a la tabla "participations".
action-ask-call_fading = Si el miembro se retiró, anote el día en la columna "left" de la tabla "stakeholders".
action-ask-term_ends = Los registros aún muestran acuerdos o eventos que descansan solo en esas personas.
action-ask-invite_role = ¿Se sumó alguien? Agregue la organización, con su sector, a la tabla "stakeholders", y aquello en lo que participa.
action-ask-ask_lapsed = Si el miembro se retiró, anote el día en la columna "left" de la tabla "stakeholders".
action-ask-second_provider = Los registros aún muestran un solo proveedor o ninguno.
action-ask-second_funder = Los registros aún muestran que la misma fuente aporta la mayor parte del dinero.
action-ask-record_missing = A más de la mitad de las filas todavía les falta.
action-ask-declare_operator = "operator" en [hub] de hub.toml sigue vacío o no nombra a nadie de los registros.

# la primera página
person-coded = una persona ({ $id })
report-actions-further = { $count ->
    [one] Otra acción aceptada está en marcha: figura en actions.csv.
   *[other] Otras { $count } acciones aceptadas están en marcha: figuran en actions.csv.
 }
report-actions-followed = Qué pasó con las acciones anteriores
report-actions-more = { $count ->
    [one] Otra más figura en actions.csv.
   *[other] Otras { $count } figuran en actions.csv.
 }
report-actions-resting = { $count ->
    [one] Una acción rechazada o imposible no se vuelve a proponer antes del { $day }.
   *[other] { $count } acciones rechazadas o imposibles no se vuelven a proponer por ahora; la primera podrá volver el { $day }.
 }
report-actions-resting-undated = { $count ->
    [one] Una acción rechazada o imposible no se vuelve a proponer: su fila no tiene fecha.
   *[other] { $count } acciones rechazadas o imposibles no se vuelven a proponer: sus filas no tienen fecha.
 }

# columnas de actions.csv
table-actions-standing = new (nueva), under_way u overdue (aceptada, en marcha o atrasada), seen, not_seen o cannot_tell (hecha: si los registros la muestran, aún no la muestran o no permiten saberlo), resting (por ahora no se vuelve a proponer)
table-actions-about = ids de aquello de lo que trata; con ellos el próximo informe comprueba si ocurrió
table-actions-reported_on = último día del estudio en el informe que escribió esta fila; desde ahí, lo rechazado descansa un año y lo imposible, dos
column-reported_on = El último día del informe que escribió la fila.
column-about = Ids de aquello de lo que trata: con ellos el próximo informe comprueba si ocurrió.
sheet-standing-new = nueva
sheet-standing-under_way = en marcha
sheet-standing-overdue = atrasada
sheet-standing-seen = hecha, los registros la muestran
sheet-standing-not_seen = hecha, los registros aún no la muestran
sheet-standing-cannot_tell = hecha, los registros no permiten saberlo
sheet-standing-resting = por ahora no se vuelve a proponer
