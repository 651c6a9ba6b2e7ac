using System.Globalization;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>Looks twice a second at what a process and its children hold, where nothing of the kernel holds them to their limit.</summary>
internal sealed class MemoryWatch(ProcessIdentity process, long? limit, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private long _last = clock.GetTimestamp();

    /// <summary>A sentence when they hold too much; else null.</summary>
    public string? Excess()
    {
        if (limit is not { } most || clock.GetElapsedTime(_last) < Interval)
        {
            return null;
        }

        _last = clock.GetTimestamp();
        var held = ProcessFamily.Memory(ProcessFamily.Look().Of(process));
        return held > most
            ? string.Create(CultureInfo.InvariantCulture, $"it held {held / (1024 * 1024)} MB of memory and may hold {most / (1024 * 1024)} MB")
            : null;
    }
}
