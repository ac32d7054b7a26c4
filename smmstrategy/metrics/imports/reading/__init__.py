"""A file understood without Django: `plan` is the road from its bytes to what importing it would mean, `child` its process.

The road: `tables`, bytes to grids of cells to tables; `rewriting`, names, days, accounts and networks put where kinds look for
them; `recognition`, of which kind each table is, as said or by its headers, else it is asked; `records`, its rows to posts,
values, accounts (`adding`), and what all tables say together: whose, said twice, missing (`settling`). Beside it: `context` and
`options`, what is known and said of the file before; `draft`, what has been understood of it. Below it: `answers`, what columns
mean by people's word or a guess; `kinds`, the exports known; `columns`; `cells`, pieces of text; `vocabulary`, the words alone
that tables call their columns, rows and themselves: a new word or language begins there.
"""
