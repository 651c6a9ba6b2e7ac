using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Excel workbooks.</summary>
internal static class XlsxFile
{
    /// <summary>A title, a header merged over two columns, a date, a percentage, a formula with its cached value, and an empty sheet.</summary>
    public static byte[] Widths()
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\"" }),
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(Format(0), Format(14), Format(10), Format(4), Format(164)));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Text("Room|Hall")));
            AddSheet(book, "Widths 宽度", sheet: 1, new MergeCells(new MergeCell { Reference = "B2:C2" }), [
                [Text("A1", "Widths of 2026")],
                [new Cell { CellReference = "A2", DataType = CellValues.SharedString, CellValue = new CellValue("0") }, Text("B2", "Checked"), Text("D2", "Share"), Text("E2", "Sum")],
                [Text("A3", "Lobby"), Number("B3", "46112", 1), Number("C3", "2.4", 0), Number("D3", "0.125", 2), Formula("E3", "1234.5", 3)],
                [Text("A4", "大厅"), Number("B4", "46112.5", 1), Number("C4", "0.1", 0), Number("D4", "1", 2), Number("E4", "46112", 4)],
            ]);
            AddSheet(book, "Empty", sheet: 2, null, []);
        }

        return file.ToArray();
    }

    /// <summary>One sheet of many rows, written without holding them.</summary>
    public static void WriteRows(Stream file, int rows)
    {
        using var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = package.AddWorkbookPart();
        book.Workbook = new Workbook(new Sheets(new Sheet { Id = "s1", SheetId = 1, Name = "Rows" }));
        using var writer = OpenXmlWriter.Create(book.AddNewPart<WorksheetPart>("s1"));
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var numbers = new Random(7);
        for (var i = 0; i < rows; i++)
        {
            writer.WriteElement(new Row(Enumerable.Range(0, 8).Select(column => column == 0
                ? Text(null, i == 0 ? "Name" : $"Room {i} {numbers.NextInt64():x}")
                : new Cell { CellValue = new CellValue(numbers.NextDouble()) })));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void AddSheet(WorkbookPart book, string name, uint sheet, MergeCells? merged, Cell[][] rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select((row, index) => new Row(row) { RowIndex = (uint)(index + 1) })));
        if (merged is not null)
        {
            part.Worksheet.Append(merged);
        }

        book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = sheet, Name = name });
    }

    private static CellFormat Format(uint id) => new() { NumberFormatId = id, ApplyNumberFormat = true };

    private static Cell Text(string? at, string text)
        => new() { CellReference = at, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(string at, string value, uint style)
        => new() { CellReference = at, StyleIndex = style, CellValue = new CellValue(value) };

    private static Cell Formula(string at, string value, uint style)
        => new() { CellReference = at, StyleIndex = style, CellFormula = new CellFormula("C3*2"), CellValue = new CellValue(value) };
}
