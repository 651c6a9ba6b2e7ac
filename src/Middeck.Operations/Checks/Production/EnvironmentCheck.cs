using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Production;

/// <summary>Whether the settings are those of production: no debugging, TLS, no foreign origins, cookies for HTTPS only.</summary>
internal sealed class EnvironmentCheck() : LocalCheck(
    "environment", new Message("The settings are those of production", "采用生产环境设置"), isReadiness: true)
{
    protected override Message? NotNow(CheckScene scene) => scene.IsProduction ? null : CheckMessages.OnlyInProduction();

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var server = scene.Server;
        if (server.Debug)
        {
            yield return new Finding(
                "environment.debug",
                Severity.Critical,
                new Message(
                    "server.debug is on: answers to failed requests tell how the platform is built.",
                    "server.debug 已开启：出错的响应会暴露平台内部信息。"),
                "middeck env use prod");
        }

        if (server.LogLevel == ServerLogLevel.Debug)
        {
            yield return new Finding(
                "environment.log_level",
                Severity.Warning,
                new Message(
                    "server.log_level is debug: every request is logged, which costs time and disk.",
                    "server.log_level 为 debug：会记录每个请求，占用时间和磁盘。"),
                "middeck env use prod");
        }

        foreach (var finding in Web(server))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Web(ServerOptions server)
    {
        var isHttps = server.PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isHttps)
        {
            yield return new Finding(
                "environment.no_tls",
                Severity.Critical,
                new Message(
                    server.PublicUrl.Length == 0
                        ? "server.public_url is not set: people would reach the platform without TLS, and passwords could be read on the way."
                        : $"server.public_url is {server.PublicUrl}: without TLS passwords can be read on the way.",
                    server.PublicUrl.Length == 0
                        ? "未设置 server.public_url：访问未经 TLS 加密，密码可能在传输中被读取。"
                        : $"server.public_url 为 {server.PublicUrl}：未经 TLS 加密，密码可能在传输中被读取。"),
                "middeck env use prod --host ai.example.com");
        }
        else if (!server.SecureCookies)
        {
            yield return new Finding(
                "environment.insecure_cookies",
                Severity.Critical,
                new Message(
                    "server.secure_cookies is off: a browser may send the session's cookie without TLS.",
                    "server.secure_cookies 已关闭：浏览器可能在未加密的连接上发送会话 Cookie。"),
                "middeck env use prod");
        }

        if (server.AllowedOrigins.Any(origin => origin is "*" || origin.Contains("localhost", StringComparison.Ordinal)
            || origin.Contains("127.0.0.1", StringComparison.Ordinal)))
        {
            yield return new Finding(
                "environment.open_origins",
                Severity.Critical,
                new Message(
                    $"server.allowed_origins lets in {string.Join(", ", server.AllowedOrigins)}: name only origins that you run.",
                    $"server.allowed_origins 允许 {string.Join("、", server.AllowedOrigins)}：应只填写自己运营的来源。"),
                "middeck env use prod");
        }
    }
}
