global using RegressionAnalyzer.Manifests.Verification.Engine;
global using RegressionAnalyzer.Manifests.Verification.Reading;
global using RegressionAnalyzer.Manifests.Verification.Schema;
