using Middeck.Operations.Language;
using Middeck.Operations.Postgres;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Checks.Databases;

/// <summary>Whether the database answers, and if not, why.</summary>
internal sealed class DatabaseReachCheck : ICheck
{
    public string Name => "database";

    public Message Title { get; } = new("The database answers", "数据库可用");

    public bool IsReadiness => true;

    public async Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        await scene.Database.OpenAsync(cancellationToken);
        return CheckOutcome.Of(scene.Database.Problem is { } problem ? [FindingOf(scene, problem)] : []);
    }

    private static Finding FindingOf(CheckScene scene, DatabaseProblem problem)
    {
        var mine = scene.Database.IsPrivate;
        return problem.Kind switch
        {
            DatabaseProblemKind.NotMade => new Finding(
                "database.not_made",
                Severity.Info,
                new Message("This home has no database yet; the first start makes it.", "此主目录还没有数据库，首次启动时会创建。"),
                "middeck up"),
            DatabaseProblemKind.Stopped when mine => new Finding(
                "database.stopped",
                Severity.Critical,
                new Message($"The private PostgreSQL does not run ({Where(scene)}).", $"专用 PostgreSQL 未运行（{Where(scene)}）。"),
                "middeck up")
            {
                Repair = Up(scene),
            },
            DatabaseProblemKind.Stopped => new Finding(
                "database.stopped",
                Severity.Critical,
                new Message($"Nobody listens at {Where(scene)}: PostgreSQL is stopped there.", $"{Where(scene)} 无监听：PostgreSQL 未运行。"),
                "sudo systemctl start postgresql"),
            DatabaseProblemKind.Starting => new Finding(
                "database.starting",
                Severity.Warning,
                new Message($"PostgreSQL starts or recovers: {Message.Sentence(problem.Reason)}", $"PostgreSQL 正在启动或恢复：{Message.Quote(problem.Reason)}。"),
                "middeck logs postgres -f"),
            DatabaseProblemKind.Refused => Refused(scene, problem),
            DatabaseProblemKind.NoDatabase => new Finding(
                "database.missing",
                Severity.Critical,
                new Message($"The server has no such database: {Message.Sentence(problem.Reason)}", $"服务器上没有该数据库：{Message.Quote(problem.Reason)}。"),
                $"createdb -h {scene.Database.Settings?.Host} -p {scene.Database.Settings?.Port} -U {scene.Database.Settings?.Username} {scene.Database.Settings?.Database}"),
            DatabaseProblemKind.Full => new Finding(
                "database.full",
                Severity.Critical,
                new Message("All of the database's connections are taken.", "数据库连接已用尽。"),
                "middeck restart"),
            _ => new Finding(
                "database.unreachable",
                Severity.Critical,
                new Message(
                    $"The database cannot be reached: {Message.Sentence(problem.Reason)} Check database.connection (DATABASE_URL).",
                    $"无法连接数据库：{Message.Quote(problem.Reason)}。请检查 database.connection（DATABASE_URL）。"),
                $"$EDITOR {scene.Home.ConfigurationFile}"),
        };
    }

    private static Finding Refused(CheckScene scene, DatabaseProblem problem)
    {
        if (!scene.Database.IsPrivate)
        {
            return new Finding(
                "database.refused",
                Severity.Critical,
                new Message(
                    $"The database refuses the login: {Message.Sentence(problem.Reason)} Correct user and password in database.connection (DATABASE_URL).",
                    $"数据库拒绝登录：{Message.Quote(problem.Reason)}。请更正 database.connection（DATABASE_URL）中的用户名和密码。"),
                $"$EDITOR {scene.Home.ConfigurationFile}");
        }

        return new Finding(
            "database.refused",
            Severity.Critical,
            new Message(
                $"The private PostgreSQL does not accept the password in {PostgresPassword.PathIn(scene.Home)}.",
                $"专用 PostgreSQL 不接受 {PostgresPassword.PathIn(scene.Home)} 中的密码。"),
            $"middeck down && rm {PostgresPassword.PathIn(scene.Home)} && middeck up")
        {
            Repair = new Repair(
                new Message(
                    "Stop Middeck, give the database's role a new password and start again?",
                    "停止 Middeck，为数据库角色设置新密码并重新启动？"),
                (_, cancellationToken) => NewPasswordAsync(scene, cancellationToken)),
        };
    }

    private static async Task NewPasswordAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        await new Installation(scene.Home, scene.Clock).StopAsync(cancellationToken);
        // Without the file the next start sets a new password: whoever may write the data folder may do that.
        var path = PostgresPassword.PathIn(scene.Home);
        if (File.Exists(path))
        {
            File.Move(path, $"{path}.refused", overwrite: true);
        }

        await scene.RunOwnAsync(["up"], cancellationToken);
    }

    private static Repair Up(CheckScene scene) => new(
        new Message("Start Middeck and with it PostgreSQL?", "启动 Middeck 及其 PostgreSQL？"),
        (_, cancellationToken) => scene.RunOwnAsync(["up"], cancellationToken));

    private static string Where(CheckScene scene) => $"{scene.Database.Settings?.Host}:{scene.Database.Settings?.Port}";
}
