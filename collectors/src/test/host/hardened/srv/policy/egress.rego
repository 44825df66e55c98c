package egress

default allow := false
