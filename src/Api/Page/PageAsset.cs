using Microsoft.Net.Http.Headers;

namespace RegressionAnalyzer.Api.Page;

/// <summary>One file of the page.</summary>
/// <param name="Content">Its bytes as they are sent.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Tag">Changes when the bytes do, and is the same on every replica of one version.</param>
internal sealed record PageAsset(byte[] Content, string MediaType, EntityTagHeaderValue Tag);
