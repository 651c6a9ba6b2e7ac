using System.Buffers;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Logs;

namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>
/// Writes the access log in batches. A request leaves its entry in a queue and goes; when the disk cannot follow, entries are left
/// out and counted, and no request waits.
/// </summary>
internal sealed partial class AccessLog : BackgroundService
{
    private const int Queue = 16 * 1024;
    private const int BatchBytes = 256 * 1024;
    private const int Kept = 4;
    private const long Megabyte = 1024 * 1024;

    // So many writes a second at most, however many requests there are.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<AccessEntry> _queue = Channel.CreateBounded<AccessEntry>(
        new BoundedChannelOptions(Queue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly ArrayBufferWriter<byte> _batch = new(64 * 1024);
    private readonly string _path;
    private readonly LogRotation _rotation;
    private readonly IAccessLine _line;
    private readonly TimeProvider _clock;
    private readonly ILogger<AccessLog> _logger;
    private long _leftOut;
    private bool _isFailing;

    public AccessLog(IOptions<EntryOptions> entry, IOptions<ServerOptions> server, TimeProvider clock, ILogger<AccessLog> logger)
    {
        var options = entry.Value;
        IsOn = options.AccessLog != AccessLogFormat.Off && server.Value.Home.Length > 0;
        _path = IsOn ? new MiddeckHome(server.Value.Home).LogOf("access") : "";
        _rotation = new LogRotation(options.AccessLogMegabytes * Megabyte, Kept);
        _line = options.AccessLog == AccessLogFormat.Combined ? new CombinedLine() : new JsonLine();
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Whether requests are written down at all.</summary>
    public bool IsOn { get; }

    /// <summary>Takes a request; never waits.</summary>
    public void Add(in AccessEntry entry)
    {
        if (!_queue.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOn)
        {
            return;
        }

        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                WriteAll();
                await Task.Delay(Pause, _clock, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end: what the last requests left is still written.
            WriteAll();
        }
    }

    private void WriteAll()
    {
        try
        {
            _rotation.Rotate(_path);
            using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            while (_queue.Reader.TryRead(out var entry))
            {
                _line.Write(entry, _batch);
                if (_batch.WrittenCount >= BatchBytes)
                {
                    Flush(file);
                }
            }

            Flush(file);
            _isFailing = false;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // A full disk stops the log and not the entry. What is waiting is tried with the next batch; it is said once.
            if (!_isFailing)
            {
                LogFailed(ex.Message);
            }

            _isFailing = true;
        }

        if (!_isFailing && Interlocked.Exchange(ref _leftOut, 0) is > 0 and var leftOut)
        {
            LogLeftOut(leftOut);
        }
    }

    private void Flush(FileStream file)
    {
        file.Write(_batch.WrittenSpan);
        _batch.ResetWrittenCount();
    }

    public override void Dispose()
    {
        (_line as IDisposable)?.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "The access log cannot be written: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Warning, "The access log leaves out {Count} requests: the disk cannot follow.")]
    private partial void LogLeftOut(long count);
}
