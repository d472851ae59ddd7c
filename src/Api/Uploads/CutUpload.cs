using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>Reads a request's body so that its faults are told apart from those of the disk the bytes go to.</summary>
internal static class CutUpload
{
    public static async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read, long soFar)
    {
        try
        {
            return await read();
        }
        catch (InvalidDataException malformed)
        {
            throw new RequestException(StatusCodes.Status400BadRequest, $"The form cannot be read: {malformed.Message}");
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode != StatusCodes.Status400BadRequest)
        {
            throw;
        }
        catch (IOException)
        {
            throw new RequestException(StatusCodes.Status400BadRequest,
                $"The upload was cut after {soFar} bytes of the file: its closing boundary never came. Nothing was stored; send it again.");
        }
    }
}
