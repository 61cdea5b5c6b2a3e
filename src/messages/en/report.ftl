name-withheld = [name withheld]
person-at = a person at { $organization } ({ $id })
