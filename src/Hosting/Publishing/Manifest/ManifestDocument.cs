using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>The deployment manifest of Aspire (json.schemastore.org/aspire-8.0.json).</summary>
internal static class ManifestDocument
{
    private const string Schema = "https://json.schemastore.org/aspire-8.0.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">Where the manifest is: paths in it are relative to there.</param>
    public static async Task<string> WriteAsync(
        DistributedApplicationModel model, DistributedApplicationExecutionContext executionContext, string folder, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            var resources = new ManifestResourceWriter(json, executionContext, folder);
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteStartObject("resources");
            foreach (var resource in model.Resources.Where(r => !r.HasAnnotationOfType<ExcludeFromManifestAnnotation>()))
            {
                await resources.WriteAsync(resource, cancellationToken);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
