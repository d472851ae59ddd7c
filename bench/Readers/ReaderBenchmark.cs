using System.Globalization;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using DuckDB.NET.Data;
using nietras.SeparatedValues;
using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Bench.Stages;

namespace RegressionAnalyzer.Bench.Readers;

/// <summary>
/// File to sums: every number read as one and added to its column's sum, every label looked at. Each reader gives the same answer; the set-up checks it.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class ReaderBenchmark : IDisposable
{
    private const int Columns = SampleFile.Features + 2;
    private const int Label = SampleFile.Features;

    private SampleFile _file = null!;

    [Params(500_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _file = new SampleFile(Rows);
        var expected = Sylvan();
        foreach (var reader in (Func<double>[])[Ours, OursAllCores, Sep, SepAllCores, CsvHelper, CsvHelperAllCores, DuckDbAllCores])
        {
            if (!(Math.Abs(reader() - expected) <= 1e-9 * Math.Abs(expected)))
                throw new InvalidOperationException($"{reader.Method.Name} read {reader()} where {expected} is right.");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public double Ours()
    {
        var (file, start, kinds) = Open();
        var parser = new BlockParser(start.Dialect, start.Names, kinds, new bool[Columns], skipBadRows: false);
        var reader = new ChunkReader(start.Dialect.Delimiter);
        using var stream = start.OpenRows(file);
        var sum = 0.0;
        foreach (var chunk in reader.Read(stream, start.FirstDataLine))
        {
            sum += Sum(parser.Parse(chunk));
            reader.Return(chunk);
        }

        return sum;
    }

    [Benchmark]
    public double OursAllCores()
    {
        var (file, start, kinds) = Open();
        var reader = new ChunkReader(start.Dialect.Delimiter);
        using var stream = start.OpenRows(file);
        var sum = 0.0;
        OrderedParallel.Run(
            reader.Read(stream, start.FirstDataLine),
            () => new BlockParser(start.Dialect, start.Names, kinds, new bool[Columns], skipBadRows: false),
            (parser, chunk) =>
            {
                var part = Sum(parser.Parse(chunk));
                reader.Return(chunk);
                return part;
            },
            part => sum += part,
            CancellationToken.None);
        return sum;
    }

    [Benchmark]
    public double Sylvan()
    {
        using var reader = global::Sylvan.Data.Csv.CsvDataReader.Create(_file.Path);
        var sum = 0.0;
        while (reader.Read())
        {
            for (var column = 0; column < Columns; column++)
                sum += column == Label ? reader.GetFieldSpan(column).Length : reader.GetDouble(column);
        }

        return sum;
    }

    [Benchmark]
    public double Sep()
    {
        using var reader = nietras.SeparatedValues.Sep.Reader().FromFile(_file.Path);
        var sum = 0.0;
        foreach (var row in reader)
            sum += Sum(row);
        return sum;
    }

    [Benchmark]
    public double SepAllCores()
    {
        using var reader = nietras.SeparatedValues.Sep.Reader().FromFile(_file.Path);
        return reader.ParallelEnumerate(Sum).Sum();
    }

    [Benchmark]
    public double CsvHelper()
    {
        using var reader = CsvReader.FromFile(_file.Path, new CsvReaderOptions());
        var sum = 0.0;
        while (reader.Read())
            sum += Sum(reader);
        return sum;
    }

    [Benchmark]
    public double CsvHelperAllCores()
    {
        using var reader = CsvReader.FromFile(_file.Path, new CsvReaderOptions());
        return reader.ParallelEnumerate(Sum, Environment.ProcessorCount).Sum();
    }

    [Benchmark]
    public double DuckDbAllCores()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var sums = Enumerable.Range(1, SampleFile.Features).Select(feature => $"sum(x{feature})").Append("sum(length(segment))").Append("sum(revenue)");
        command.CommandText = $"SELECT {string.Join(" + ", sums)} FROM read_csv('{_file.Path}', header = true)";
        return Convert.ToDouble(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static double Sum(SepReader.Row row)
    {
        var sum = 0.0;
        for (var column = 0; column < Columns; column++)
            sum += column == Label ? row[column].Span.Length : row[column].Parse<double>();
        return sum;
    }

    private static double Sum(CsvReader row)
    {
        var sum = 0.0;
        for (var column = 0; column < Columns; column++)
            sum += column == Label ? row.GetSpan(column).Length : row.Parse<double>(column);
        return sum;
    }

    private static double Sum(ParsedBlock block)
    {
        var sum = 0.0;
        for (var column = 0; column < Columns; column++)
        {
            if (block.Rows.Numbers[column] is { } numbers)
            {
                foreach (var value in numbers.AsSpan(0, block.Rows.Rows))
                    sum += value;
            }
            else
            {
                foreach (var code in block.Rows.Codes[column].AsSpan(0, block.Rows.Rows))
                    sum += block.Labels[column]!.Labels[code].Length;
            }
        }

        return sum;
    }

    private (TableFile File, TableStart Start, ColumnKind[] Kinds) Open()
    {
        var file = new TableFile(_file.Path, "table.csv");
        var start = TableStart.Read(file);
        return (file, start, [.. ColumnKinds.Guess(start).Select(static reading => reading.Kind)]);
    }
}
