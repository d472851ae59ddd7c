# Writes formulas.xlsx with XlsxWriter, as Excel itself would: shared texts, formulas with the value last computed, merged cells, errors, and dates
# as numbers with a format. Run here: python3 record.py
import datetime

import xlsxwriter

book = xlsxwriter.Workbook("formulas.xlsx")
sheet, notes = book.add_worksheet("Sales"), book.add_worksheet("Notes")
day, stamp = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
percent, euro = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": '#,##0.00 "€"'})
for column, name in enumerate(["region", "day", "at", "price", "amount", "total", "rate", "ok"]):
    sheet.write(0, column, name)
rows = [("", 10.5, 3), ("", 12.25, 5), ("", 9, 7), ("", 11.75, 4), ("East", 1234567.5, 2), ("East", 8.5, 9)]
for row, (region, price, amount) in enumerate(rows, 1):
    if region:
        sheet.write(row, 0, region)
    sheet.write_datetime(row, 1, datetime.date(2024, 1, 30) + datetime.timedelta(days=row), day)
    sheet.write_datetime(row, 2, datetime.datetime(2024, 1, 30, 6 * (row % 4), 30) + datetime.timedelta(days=row), stamp)
    sheet.write_number(row, 3, price, euro)
    sheet.write_number(row, 4, amount)
    sheet.write_formula(row, 5, f"=D{row + 1}*E{row + 1}", None, price * amount)
    if row == 3:
        sheet.write_formula(row, 6, "=1/0", None, "#DIV/0!")
    elif row == 5:
        sheet.write_formula(row, 6, "=NA()", None, "#N/A")
    else:
        sheet.write_formula(row, 6, f"=E{row + 1}/100", percent, amount / 100)
    sheet.write_boolean(row, 7, row % 2 == 0)
sheet.merge_range(1, 0, 2, 0, "North, \"upper\"")
sheet.merge_range(3, 0, 4, 0, "South")
notes.write(0, 0, "not this sheet")
book.close()
