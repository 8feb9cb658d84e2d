"""No published number may point to a person: one policy, one protector, one independent check.

`step.disclose` is the only way from undisclosed results to publishable ones. Microdata, earlier
releases and links between metrics are not looked at yet; they belong here when they come.
"""
