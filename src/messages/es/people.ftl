# qué se cuenta en cada conducta, en una ficha
construct-initiating-definition = actividades y alianzas que puso en marcha
construct-bringing_in-definition = personas que llegaron por primera vez por su invitación o a una actividad que organizó
construct-bridging-definition = personas y organizaciones ajenas al gobierno, o de otra dependencia, con las que trabaja
construct-hosting_speaking-definition = actividades que organizó o en las que facilitó, expuso, hizo mentoría o fue jurado
construct-early_adopting-definition = unidades que adoptaron una práctica después de otra en la que la impulsó
construct-persisting-definition = años en los que estuvo presente, y regresos tras una actividad cancelada o fallida
construct-nominated-definition = personas que la señalaron como alguien a quien acudir

# de dónde vino una adopción o una alianza, según se registró al comenzar
group-neither-definition = por la oferta de un financiador: ni desde la autoridad ni desde adentro
group-top_down-definition = desde la autoridad: un mandato o un patrocinio
group-bottom_up-definition = desde adentro: un apoyo interno, el ejemplo de pares o la propia iniciativa
group-both-definition = desde la autoridad y desde adentro a la vez
group-unknown-definition = no se registró de dónde vino

# en qué se basan las curvas de permanencia
persistence-without_follow_up = { $count ->
    [one] De un caso no se sabe qué pasó después: se cuenta como iniciado, pero no dice nada de cuánto duran las cosas.
   *[other] De { $count } casos no se sabe qué pasó después: se cuentan como iniciados, pero no dicen nada de cuánto duran las cosas.
 }
persistence-began_before = { $count ->
    [one] Un caso comenzó antes del período de estudio y queda fuera: de esos años solo se ve lo que perduró.
   *[other] { $count } casos comenzaron antes del período de estudio y quedan fuera: de esos años solo se ve lo que perduró.
 }
persistence-assumed_ends = { $count ->
    [one] Un caso no tiene fecha de término registrada y se sigue solo hasta su última confirmación.
   *[other] { $count } casos no tienen fecha de término registrada y se siguen solo hasta su última confirmación.
 }
adoption-risk_unread = No se entiende lo indicado en [adoption] at_risk de hub.toml: { $words }. Anote sectores, tipos, niveles de gobierno, identificadores o nombres, separados por comas.

# qué registro falta
lacking-few-candidates = Ninguna de las personas u organizaciones que podrían impulsar el cambio tiene tres contactos o más en los registros: registre quién participó en qué y a qué organización pertenece.
lacking-few-evidence = Los registros no muestran nada de lo que hace un apoyo interno: complete "initiated_by", "host", "role" o "invited_by".
lacking-few-adoption_cells = El menor de los cuatro grupos tiene { $found } de las { $needed } adopciones que necesita: registre el origen de cada adopción y la fecha en que se confirmó por última vez o se abandonó.
lacking-span-persisting = Los registros abarcan un año o menos: esta respuesta llegará con el tiempo.
lacking-span-began_before = Todo comenzó antes del inicio declarado del estudio, por lo que no se puede decir cuánto dura.
lacking-span-claim_test = Los registros alcanzarían, pero esta versión todavía no lo pone a prueba.
