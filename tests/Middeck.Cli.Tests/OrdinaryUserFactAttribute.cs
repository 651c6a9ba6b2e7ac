namespace Middeck.Cli.Tests;

/// <summary>A test that becomes an ordinary user, which only root can. Others run everything as one anyway.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OrdinaryUserFactAttribute : FactAttribute
{
    /// <summary>The id of "nobody" on Debian.</summary>
    public const string User = "65534";

    /// <summary>Skips itself without root.</summary>
    public OrdinaryUserFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "Becoming another user needs root; the other tests run as an ordinary user already.";
        }
    }
}
