namespace Aspire.Hosting;

/// <summary>The application cannot be modelled, run or published as asked; the message names the thing and the mend.</summary>
public class DistributedApplicationException : Exception
{
    public DistributedApplicationException()
    {
    }

    public DistributedApplicationException(string message) : base(message)
    {
    }

    public DistributedApplicationException(string message, Exception inner) : base(message, inner)
    {
    }
}
