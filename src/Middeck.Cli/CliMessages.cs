using System.CommandLine;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>What the commands say, in both languages.</summary>
internal static class CliMessages
{
    public static Message WaitingForOther() => new(
        "Another middeck up works in this home; waiting for it.",
        "另一个 middeck up 正在此主目录中运行，等待其完成。");

    public static Message CreatingPostgres(string folder) => new(
        $"Creating a private PostgreSQL in {folder}.",
        $"正在 {folder} 中创建专用 PostgreSQL。");

    public static Message Starting() => new("Starting.", "正在启动。");

    public static Message StillStarting(string what, int seconds) => new(
        $"Waiting for {what} ({seconds} s).",
        $"等待 {what}（{seconds} 秒）。");

    public static Message NewBuild() => new(
        "Another build is running; restarting with this one.",
        "正在运行的是其他构建，将以当前构建重新启动。");

    public static Message OtherPort(string url) => new(
        $"Middeck runs already at {url}. To change the port run: middeck down, then middeck up with the new one.",
        $"Middeck 已在 {url} 运行。如需更换端口，请先执行 middeck down，再用新端口执行 middeck up。");

    public static Message AlreadyInBackground(string url) => new(
        $"Middeck runs already in the background at {url}. Stop it first with: middeck down.",
        $"Middeck 已在后台运行（{url}）。请先执行：middeck down。");

    public static Message Ready(string url) => new($"Middeck is ready: {url}", $"Middeck 已就绪：{url}");

    public static Message Administrator(string email, string password) => new(
        $"First administrator: {email}  password: {password}",
        $"首个管理员：{email}  密码：{password}");

    public static Message PasswordFile(string email, MiddeckHome home) => new(
        $"First administrator: {email}; the generated password is in {home.InitialPasswordFile}.",
        $"首个管理员：{email}；初始密码保存在 {home.InitialPasswordFile}。");

    public static Message StartFailed(string service, string? lastWords) => new(
        $"The {service} did not start{(lastWords is null ? "." : $": {Message.Sentence(lastWords)}")} Everything was stopped again; read more with: middeck logs {service}.",
        $"{service} 未能启动{(lastWords is null ? "" : $"：{Message.Quote(lastWords)}")}。已全部停止；详情：middeck logs {service}。");

    public static Message StartTimedOut(int seconds) => new(
        $"The platform was not healthy after {seconds} s. Everything was stopped again; read more with: middeck logs platform.",
        $"平台在 {seconds} 秒内未就绪。已全部停止；详情：middeck logs platform。");

    public static Message Stopped() => new("Stopped.", "已停止。");

    public static Message NothingRuns(MiddeckHome home) => new(
        $"Nothing runs in {home.Root}.", $"{home.Root} 中没有正在运行的进程。");

    public static Message NotRunning(MiddeckHome home) => new(
        $"Middeck does not run in {home.Root}. Start it with: middeck up.",
        $"Middeck 未在 {home.Root} 中运行。请执行：middeck up。");

    public static Message NoAnswer(string url, string reason) => new(
        $"{url}/health does not answer: {Message.Sentence(reason)} Read more with: middeck logs platform.",
        $"{url}/health 无响应：{Message.Quote(reason)}。详情：middeck logs platform。");

    public static Message NoSuchLog(string service, IEnumerable<string> known) => new(
        $"There is no service {service}. Known are: {string.Join(", ", known)}.",
        $"没有名为 {service} 的服务。可用：{string.Join("、", known)}。");

    public static Message DatabaseUnreachable(string reason) => new(
        $"The database cannot be reached: {Message.Sentence(reason)} Check database.connection (DATABASE_URL) and that the server runs.",
        $"无法连接数据库：{Message.Quote(reason)}。请检查 database.connection（DATABASE_URL）及数据库服务。");

    public static Message PortLost(string reason) => new(
        $"The platform cannot listen: {Message.Sentence(reason)} Choose another port: middeck up --port N.",
        $"平台无法监听端口：{Message.Quote(reason)}。请改用其他端口：middeck up --port N。");

    public static Message SeeHelp(Command command)
    {
        var names = new List<string>();
        for (Symbol? symbol = command; symbol is Command named; symbol = named.Parents.FirstOrDefault())
        {
            names.Insert(0, named is RootCommand ? "middeck" : named.Name);
        }

        var line = $"{string.Join(' ', names)} --help";
        return new Message($"What there is: {line}", $"查看用法：{line}");
    }
}
