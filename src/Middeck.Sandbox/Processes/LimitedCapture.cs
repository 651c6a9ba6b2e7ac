using System.Buffers;
using System.Text;

namespace Middeck.Sandbox.Processes;

/// <summary>Reads a stream to its end and keeps its beginning.</summary>
internal sealed class LimitedCapture
{
    private readonly ArrayBufferWriter<byte> _kept = new();
    private readonly Lock _lock = new();
    private readonly int _limit;

    public LimitedCapture(Stream from, int limit)
    {
        _limit = limit;
        Completed = ReadAsync(from);
    }

    /// <summary>Is done when the last process that could write has ended.</summary>
    public Task Completed { get; }

    public bool IsCut { get; private set; }

    /// <summary>What was kept so far. Characters that no database takes are left out.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString(_kept.WrittenSpan).Replace("\0", "", StringComparison.Ordinal);
            }
        }
    }

    private async Task ReadAsync(Stream from)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            lock (_lock)
            {
                var room = Math.Min(read, _limit - _kept.WrittenCount);
                _kept.Write(buffer.AsSpan(0, room));
                IsCut |= room < read;
            }
        }
    }
}
