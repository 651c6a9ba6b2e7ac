using Middeck.Core.Errors;

namespace Middeck.Storage.Objects;

/// <summary>Tells a full disk from other failures to write.</summary>
internal static class DiskFull
{
    // Linux: errno(3). .NET hands the number on as HResult.
    private const int NoSpace = 28;
    private const int OverQuota = 122;

    public static bool Is(IOException exception) => exception.HResult is NoSpace or OverQuota;

    public static FaultException Fault(IOException exception) => new(
        new Fault(
            FaultKind.Unavailable,
            "objects.disk_full",
            "There is no room left where files are kept. Nothing was stored; free some space or ask the operator, then try again."),
        exception);
}
