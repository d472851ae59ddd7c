using BenchmarkDotNet.Running;
using RegressionAnalyzer.Bench.Readers;

// a run takes from a twentieth of a second to a whole one: a few are enough to tell the readers apart
BenchmarkSwitcher.FromTypes([typeof(ReaderBenchmark)]).Run(["--filter", "*", "--strategy", "Monitoring", "--warmupCount", "2", "--iterationCount", "7", .. args]);
