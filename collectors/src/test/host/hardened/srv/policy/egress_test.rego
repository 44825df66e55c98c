package egress_test

import data.egress

test_denied if not egress.allow
