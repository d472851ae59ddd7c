namespace RegressionAnalyzer.Examples.Observer;

/// <summary>References before there is anything to refer to: as text for a manifest, and as values that come later.</summary>
internal static class ExpressionReport
{
    public static async Task WriteAsync(Model model)
    {
        var endpoint = model.Service.GetEndpoint("http");
        Report.Write("reference", endpoint.Resource.Name, endpoint.EndpointName, endpoint.Exists, endpoint.IsAllocated, endpoint.Scheme, endpoint.IsHttp, endpoint.IsHttps, endpoint.TargetPort);
        Report.Write("reference to nothing", new EndpointReference(model.Service.Resource, "grpc").Exists);
        Report.Write("reference by annotation", ((IManifestExpressionProvider)new EndpointReference(model.Service.Resource, endpoint.EndpointAnnotation)).ValueExpression);
        foreach (var property in Enum.GetValues<EndpointProperty>())
        {
            Report.Write($"property {(int)property}", property, endpoint.Property(property).ValueExpression);
        }

        var host = endpoint.Property(EndpointProperty.IPV4Host);
        Report.Write("property", host.Property, host.Endpoint.EndpointName, await host.GetValueAsync(), await endpoint.Property(EndpointProperty.TlsEnabled).GetValueAsync());
        var sentence = ReferenceExpression.Create($"{model.Greeting} to {endpoint}, {{{model.Password}}}");
        Report.Write("expression", sentence.Format, sentence.ValueExpression, string.Join(",", sentence.ManifestExpressions));
        Report.Write("values", string.Join(",", sentence.ValueProviders.Select(p => p.GetType().Name)), ((IValueWithReferences)sentence).References.Count());
        Report.Write("value", await ReferenceExpression.Create($"{model.Greeting}!").GetValueAsync(CancellationToken.None));
        Report.Write("seen as what it is", await ((IValueProvider)model.Greeting.Resource).GetValueAsync(), ((IManifestExpressionProvider)model.Greeting.Resource).ValueExpression);
    }
}
