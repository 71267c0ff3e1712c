"""PDF files to folded text: characters with their places, what is drawn of them, and the order in which they are read.

`characters` asks pdfium in the `frame` of the page, `visible` compares the file with its picture, `furniture` takes off
what repeats on each page, `columns`, `margins` and `order` find the reading order, `opinion` asks a second reader,
`recognition` reads pictures; `read` puts them together. No other format is known here, and what the text means is for
`playbook.reading`.
"""
