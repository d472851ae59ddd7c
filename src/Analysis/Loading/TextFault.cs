namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What a file has that no text has.</summary>
internal static class TextFault
{
    public static TableFormatException Nul(long line) => new(
        $"The file is not a text table: there is a NUL byte on line {line}. Expected a workbook, or comma-, tab-, semicolon- or pipe-separated text.", line);
}
