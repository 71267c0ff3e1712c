"""The labelled set of `datasets/labelled`: pairs of a resume and a posting with what is true of them, and their splits.

Reading the files only; what is measured on them stands in a package for each stage.
"""
