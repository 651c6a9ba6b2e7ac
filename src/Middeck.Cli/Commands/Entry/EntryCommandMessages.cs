using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Entry;

internal static class EntryCommandMessages
{
    public static Message Output() => new("A file instead of standard output", "写入文件而不是标准输出");

    public static Message NoRoutes(string home) => new(
        $"No service of {home} has a route. Give one to a service in services.yaml: route: {{path: /grafana}}.",
        $"{home} 中没有带路由的服务。请在 services.yaml 中为服务添加 route: {{path: /grafana}}。");

    public static IEnumerable<string> Columns(Tongue tongue)
        => new Message[] { new("at", "入口"), new("service", "服务"), new("leads to", "目标"), new("for", "可访问者") }
            .Select(column => column.In(tongue));

    public static Message Who(bool isAdministrative)
        => isAdministrative ? new Message("admin networks", "管理员网络") : new Message("everybody", "所有人");

    public static Message Certificate(CertificateView view) => new(
        $"""
        Certificate  {view.File} ({view.Source})
        Names        {string.Join(", ", view.Names)}
        Issuer       {view.Issuer}
        SHA-256      {view.Fingerprint}
        Valid        {view.NotBefore:yyyy-MM-dd HH:mm} to {view.NotAfter:yyyy-MM-dd HH:mm} UTC ({view.State})
        """,
        $"""
        证书     {view.File}（{view.Source}）
        名称     {string.Join("、", view.Names)}
        签发者   {view.Issuer}
        SHA-256  {view.Fingerprint}
        有效期   {view.NotBefore:yyyy-MM-dd HH:mm} 至 {view.NotAfter:yyyy-MM-dd HH:mm} UTC（{view.State}）
        """);
}
