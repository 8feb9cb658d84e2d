"""The attacker: a careful reader who has nothing but what is published, and works out what is hidden.

It is given the tables of a release (and of earlier ones, and what the research tables tell) and says
which rows point to people. It shares no function with the protector, so that an error of one is not
an error of the other. `audit.audit` is the only way in.
"""
