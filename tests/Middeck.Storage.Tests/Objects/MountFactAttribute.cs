using System.Globalization;

namespace Middeck.Storage.Tests.Objects;

/// <summary>A test that mounts a small file system, and is left out where this process may not.</summary>
internal sealed class MountFactAttribute : FactAttribute
{
    private const int SystemAdministration = 21;

    public MountFactAttribute()
    {
        // capabilities(7): CapEff:	000001ffffffffff
        var effective = File.ReadLines("/proc/self/status").First(line => line.StartsWith("CapEff:", StringComparison.Ordinal));
        var bits = ulong.Parse(effective.AsSpan("CapEff:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if ((bits >> SystemAdministration & 1) == 0)
        {
            Skip = "Mounting needs CAP_SYS_ADMIN.";
        }
    }
}
