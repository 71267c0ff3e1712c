"""From a finished playbook to the six files of a build.

`render` is the door. Templates and styles hold layout and static text (titles, table heads, labels); every other
sentence on a page is a `Line` of the playbook. Nothing here decides what a playbook says.
"""
