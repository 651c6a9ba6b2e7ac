using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>A Kestrel of a test's own.</summary>
internal static class LocalServer
{
    /// <summary>On any free port of this machine, without a log; nothing is mapped yet.</summary>
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
