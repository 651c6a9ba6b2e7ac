using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Middeck.Operations.Configuration;

namespace Middeck.Server;

/// <summary>One line per entry, UTC, on standard error; the supervisor writes it to a file.</summary>
internal static class PlatformLog
{
    public static ILoggingBuilder AddPlatformLog(this ILoggingBuilder logging, ServerLogLevel level)
    {
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            options.ColorBehavior = LoggerColorBehavior.Disabled;
            options.IncludeScopes = false;
        });
        // Standard output belongs to what a command answers, such as the OpenAPI document.
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        // These say every request and every statement; ours say what happened.
        return logging
            .SetMinimumLevel(Minimum(level))
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting", level == ServerLogLevel.Debug ? LogLevel.Information : LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Http", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Npgsql", LogLevel.Warning)
            .AddFilter("Quartz", LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.Warning);
    }

    private static LogLevel Minimum(ServerLogLevel level) => level switch
    {
        ServerLogLevel.Debug => LogLevel.Debug,
        ServerLogLevel.Warning => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
