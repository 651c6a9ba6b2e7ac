using Middeck.Operations.Language;

namespace Middeck.Operations.Postgres;

internal static class PostgresMessages
{
    public static Message Missing() => new(
        "PostgreSQL 15, 16 or 17 is not installed. Install it with: sudo apt-get install postgresql, or name a database: MIDDECK_DATABASE__CONNECTION=postgres://… middeck up.",
        "未安装 PostgreSQL 15、16 或 17。请执行：sudo apt-get install postgresql，或指定已有数据库：MIDDECK_DATABASE__CONNECTION=postgres://… middeck up。");

    public static Message MadeByNewer(string data, string version, int installed) => new(
        $"The database in {data} was made by PostgreSQL {version}; installed is {installed}, which cannot read it. Install that version: sudo apt-get install postgresql-{version}.",
        $"{data} 中的数据库由 PostgreSQL {version} 创建，已安装的 {installed} 无法读取。请安装该版本：sudo apt-get install postgresql-{version}。");

    public static Message MadeByOlder(string data, string version, PostgresBinaries installed)
    {
        var convert = $"{installed.Initdb} -D {data}.{installed.Major} -U {PostgresCluster.Role} -E UTF8 --locale=C.UTF-8 -k && "
            + $"{installed.Folder}/pg_upgrade -U {PostgresCluster.Role} -b /usr/lib/postgresql/{version}/bin -B {installed.Folder} "
            + $"-d {data} -D {data}.{installed.Major}";
        return new Message(
            $"The database in {data} was made by PostgreSQL {version}; installed is {installed.Major}. Install version {version} beside it (sudo apt-get install postgresql-{version}) and start again, or convert with: {convert}",
            $"{data} 中的数据库由 PostgreSQL {version} 创建，已安装的是 {installed.Major}。请同时安装 {version}（sudo apt-get install postgresql-{version}）后重新启动，或执行转换：{convert}");
    }

    public static Message CreateFailed(string step, string reason) => new(
        $"PostgreSQL's {step} failed: {reason}",
        $"PostgreSQL 的 {step} 失败：{reason}");

    public static Message NoPort() => new(
        "No port from 7432 to 7631 is free for PostgreSQL. Stop what holds them and start again.",
        "PostgreSQL 可用的 7432–7631 端口均被占用，请释放后重新启动。");

    public static Message NotStarted(string lastWords) => new(
        $"PostgreSQL did not start: {Message.Sentence(lastWords)} Read more with: middeck logs postgres.",
        $"PostgreSQL 未能启动：{Message.Quote(lastWords)}。详情：middeck logs postgres。");
}
