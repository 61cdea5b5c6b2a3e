name-withheld = [nombre reservado]
person-at = una persona de { $organization } ({ $id })
