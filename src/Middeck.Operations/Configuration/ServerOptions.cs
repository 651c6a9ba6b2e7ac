using System.ComponentModel.DataAnnotations;

namespace Middeck.Operations.Configuration;

/// <summary>Where the platform listens and in which environment it runs.</summary>
public sealed class ServerOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "server";

    /// <summary><c>dev</c> or <c>prod</c>.</summary>
    [RegularExpression("dev|prod", ErrorMessage = "It must be dev or prod.")]
    public string Environment { get; set; } = "dev";

    /// <summary>The address to listen on; <c>0.0.0.0</c> for all.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The entry port, 0 to 65535; 0 takes any free one.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 7080;

    /// <summary>How people reach the platform, such as <c>https://ai.example.com</c>; used in links. Empty: taken from each request.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>What is logged: <c>debug</c> every request and our own details, <c>information</c> what happened, <c>warning</c> what should not have.</summary>
    public ServerLogLevel LogLevel { get; set; } = ServerLogLevel.Information;

    /// <summary>Whether answers to failed requests say what broke inside. Never in production.</summary>
    public bool Debug { get; set; }

    /// <summary>Other origins whose pages may call the API, such as <c>http://localhost:5173</c>; none by default.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Whether browsers send our cookies over HTTPS only. Off: as each request came.</summary>
    public bool SecureCookies { get; set; }

    /// <summary>The folder with the built console. Empty: beside the program.</summary>
    public string ConsoleFolder { get; set; } = "";

    /// <summary>The home folder; the command knows it. Empty: what lies there is not used.</summary>
    public string Home { get; set; } = "";

    /// <summary>Whether this is the production environment.</summary>
    public bool IsProduction => Environment == "prod";
}
