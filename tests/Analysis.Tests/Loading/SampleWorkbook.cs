using System.IO.Compression;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

/// <summary>Workbooks/old.xls was written by xlwt 1.3, new.xlsx by openpyxl 3.0, formulas.xlsx by record.py beside it.</summary>
internal static class SampleWorkbook
{
    public static byte[] Content(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workbooks", name));

    /// <summary>new.xlsx with its first sheet changed.</summary>
    public static byte[] WithSheet(Func<string, string> change)
    {
        using var content = new MemoryStream();
        content.Write(Content("new.xlsx"));
        using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string sheet;
            using (var reader = new StreamReader(entry.Open()))
                sheet = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry.FullName).Open());
            writer.Write(change(sheet));
        }

        return content.ToArray();
    }

    /// <summary>new.xlsx with other rows, and nothing else, on its first sheet.</summary>
    public static byte[] WithRows(string rows) =>
        WithSheet(sheet => sheet[..(sheet.IndexOf("<sheetData>", StringComparison.Ordinal) + 11)] + rows + "</sheetData></worksheet>");
}
