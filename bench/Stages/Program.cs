using BenchmarkDotNet.Running;
using RegressionAnalyzer.Bench.Stages;

BenchmarkSwitcher.FromTypes([typeof(StageBenchmark)]).Run(args);
