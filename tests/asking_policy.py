"""A policy that asks for more than a form has, for tests of asking."""

POLICY = """
[policy]
name = "A policy that asks"

[facts]
in_travel_plan = "yes or no"
registration_number = "words"

[[not_paid]]
name = "Taxis without agreement"
for = "expense"
when = { kind = "taxi", agreed_before = false }
because = "A taxi is agreed beforehand."

[[fee]]
name = "Chairing"
when = { kind = "chairing", online = true }
pays = 40.00

[[fee]]
name = "Meetings"
when = { kind = "meeting" }
rate = 20.00
per = "hour"

[[cancellation]]
name = "Cancelled by us at short notice"
when = { kind = "meeting", cancelled_by = "us", notice = "under 48h" }
share = "50%"

[[mileage]]
name = "Small car"
when = { vehicle = "car", engine_cc = "up to 1400" }
rate = 0.40
per = "mile"

[[mileage]]
name = "Large car"
when = { vehicle = "car", engine_cc = "over 1400" }
rate = 0.50
per = "mile"

[[mileage]]
name = "Bicycle"
when = { vehicle = "bicycle" }
rate = 0.20
per = "mile"

[[allowance]]
name = "Passengers"
for = "journey"
when = { vehicle = "car", passengers = "at least 1" }
rate = 0.05
per = "mile"
times = "passengers"
counts_as = "reimbursement"

[[expense]]
name = "Taxi"
when = { kind = "taxi" }
needs = [{ fact = "agreed_on", is = "up to on" }]

[[expense]]
name = "Breakfast"
when = { kind = "meal", left_home = "before 07:00" }
limit = 5.00

[[expense]]
name = "Childcare"
when = { kind = "childcare" }
limit = { rate = 7.00, per = "hour", times = "children" }
needs = [{ fact = "registration_number", otherwise = "held" }]

[[expense]]
name = "Train"
when = { kind = "train" }
never_more_than = ["fare"]
needs = [{ fact = "in_travel_plan", when = { cost = "over 50" } }]

[[expense]]
name = "Bus"
when = { kind = "bus" }
"""
