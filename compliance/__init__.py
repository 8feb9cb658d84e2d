"""How each duty stands in each place: evidence put side by side, a state by written rules, shares as bounds.

Reads published results and public reference tables only, so that nothing here can tell what disclosure
control has hidden.
"""
